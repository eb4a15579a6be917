"""Why something about trainings cannot be done, and what to do instead.

In braces stand the facts of each refusal (`trainings.refusals`); moments and names of fields are filled in as
people write them.
"""

from __future__ import annotations

from dataclasses import dataclass

from trainings import refusals as r
from trainings.refusals import Refusal


@dataclass(frozen=True, slots=True)
class RefusalTexts:
    """`times` and `missing` say it for one field; where a field is not among them, `sentences` does."""

    sentences: dict[type[Refusal], str]
    fields: dict[str, str]
    times: dict[str, str]
    numbers: dict[str, str]
    field: str
    cancelled_without_reason: str
    cancelled_too_few: str
    full_nobody_waits: str
    full_one_waits: str
    trainer_is_taken: str


GERMAN = RefusalTexts(
    sentences={
        r.NoSuchDate: "Diesen Termin gibt es nicht, oder er ist nur für eine andere Schule. Alle Termine für Sie finden Sie unter „Fortbildungen“.",
        r.NoSuchTraining: "Diese Fortbildung gibt es nicht mehr. Bitte laden Sie die Seite neu und wählen Sie eine andere.",
        r.NoSuchResource: "Diesen Raum oder dieses Gerät gibt es nicht mehr. Bitte laden Sie die Seite neu und wählen Sie etwas anderes.",
        r.NoSuchBooking: "Hier haben Sie gerade keinen Platz. Bitte laden Sie die Seite neu; dann sehen Sie, was möglich ist.",
        r.DateCancelled: "Dieser Termin fällt aus: {reason} Bitte wählen Sie einen anderen Termin.",
        r.HasBegun: "Der Termin hat schon begonnen ({starts_at}). Bitte wählen Sie einen späteren, oder wünschen Sie sich die Fortbildung noch einmal.",
        r.NotOpenYet: "Die Anmeldung öffnet am {opens_at}. Bitte kommen Sie dann wieder.",
        r.Closed: "Die Anmeldung ist seit {closed_at} geschlossen. Bitte wählen Sie einen anderen Termin.",
        r.YouHoldIt: "Sie leiten diesen Termin selbst und brauchen keinen Platz. Ihre Teilnehmenden finden Sie unter „Kurse“.",
        r.AlreadyBooked: "Ihr Platz ist schon gebucht. Sie finden ihn unter „Meine Fortbildungen“.",
        r.AlreadyWaiting: "Sie stehen schon auf der Warteliste, auf Platz {place}. Wird ein Platz frei, schreiben wir Ihnen.",
        r.HasOffer: "Für Sie ist ein Platz reserviert. Bitte nehmen Sie ihn bis {until} an.",
        r.Overlaps: "Zur selben Zeit haben Sie schon gebucht: „{title}“, {starts_at}. Sie können trotzdem buchen oder einen anderen Termin wählen.",
        r.SchoolFull: "Ihre Schule hat schon so viele Plätze, wie eine Schule bis {until} haben kann ({cap}). Lassen Sie sich auf die Warteliste setzen; danach wird frei vergeben.",
        r.Full: "Alle Plätze sind vergeben, {waiting} warten schon. Lassen Sie sich auf die Warteliste setzen, oder wählen Sie einen anderen Termin.",
        r.SeatsFree: "Es ist noch ein Platz frei. Sie müssen nicht warten: Buchen Sie ihn einfach.",
        r.SeriesBlocked: "Die Reihe wurde nicht gebucht, denn am {starts_at} geht es nicht: {refusal} Sie können die anderen Termine einzeln buchen.",
        r.OnlyForSchool: "Dieser Termin ist nur für {school} gedacht. Sie sehen ihn, weil Sie Fortbildungen planen.",
        r.OfferExpired: "Die Zeit zum Annehmen war am {ended_at} um, der Platz ging an die Nächsten. Lassen Sie sich gern noch einmal auf die Warteliste setzen.",
        r.TooLate: "Absagen ohne Weiteres ging bis {deadline}. Bitte schreiben Sie ein kurzes Wort dazu; dann können Sie Ihren Platz noch abgeben.",
        r.Clash: "„{what}“ ist zu dieser Zeit schon belegt: „{title}“, {when}. Bitte wählen Sie eine andere Zeit oder etwas anderes.",
        r.FewerSeatsThanTaken: "Weniger Plätze gehen nicht, denn schon vergeben sind: {taken}. Bitte geben Sie mindestens so viele an.",
        r.TimesWrong: "Bitte prüfen Sie diese Zeit: {field}. Sie passt nicht zu den anderen Zeiten.",
        r.NumberWrong: "Bitte prüfen Sie diese Zahl: {field}. So, wie sie dasteht, passt sie nicht.",
        r.TextMissing: "Hier fehlt noch etwas: {field}. Bitte tragen Sie es ein.",
        r.TextTooLong: "Das ist zu lang: {field}. Bitte kürzen Sie auf höchstens {longest} Zeichen.",
        r.TitleTaken: "„{title}“ gibt es schon. Bitte wählen Sie einen anderen Titel oder nehmen Sie die vorhandene Fortbildung.",
        r.StillUsed: "Daran hängen noch Termine, deshalb wird es nicht gelöscht. Nehmen Sie es stattdessen außer Betrieb.",
        r.NoTrainer: "Diese Person kann keine Fortbildungen leiten. Bitte wählen Sie jemanden mit der Rolle Trainer/in oder aus dem Team.",
        r.NotOverYet: "Das geht erst, wenn der Termin stattgefunden hat. Bitte versuchen Sie es danach noch einmal.",
        r.NoSuchWish: "Diesen Wunsch gibt es nicht mehr. Bitte laden Sie die Seite neu.",
        r.NotAttended: "Das ist für alle gedacht, die dabei waren. Waren Sie da, bitten Sie die Leitung, Ihre Teilnahme einzutragen.",
        r.AlreadyGiven: "Ihre Rückmeldung haben wir schon. Vielen Dank dafür.",
        r.NoCertificate: "Für diese Fortbildung gibt es keinen Nachweis. Fragen Sie die Leitung, wenn Sie einen brauchen.",
        r.LinkWrong: "Der Link beginnt nicht mit https://. Bitte kopieren Sie ihn vollständig aus der Einladung.",
        r.NoSuchHoliday: "Diese Ferien stehen hier nicht mehr. Bitte laden Sie die Seite neu.",
    },
    fields={
        "title": "Titel",
        "aim": "Was man danach kann",
        "level": "Stufe",
        "devices": "Geräte",
        "topics": "Themen",
        "preparation": "Vorbereitung",
        "place": "Ort",
        "link": "Link",
        "name": "Name",
        "reason": "Grund",
        "word": "Ihr Wort an die Leitung",
        "subject": "Betreff",
        "text": "Text",
        "topic": "Thema",
        "details": "Beschreibung",
        "times": "Mögliche Zeiten",
        "answer": "Antwort",
        "seats": "Plätze",
        "minimum": "Mindestzahl",
        "minutes": "Dauer",
        "certificate_minutes": "Zeit für den Nachweis",
        "school_cap": "Plätze je Schule",
        "school_cap_days": "Tage vor Beginn",
        "authorises_months": "Monate der Berechtigung",
        "people": "Wie viele Personen",
        "rating": "Bewertung",
        "starts_at": "Beginn",
        "ends_at": "Ende",
        "opens_at": "Anmeldung ab",
        "closes_at": "Anmeldung bis",
        "cancel_until": "Absagen bis",
        "decide_at": "Entscheidung über die Mindestzahl",
    },
    times={
        "starts_at": "Der Beginn liegt in der Vergangenheit. Bitte wählen Sie eine spätere Zeit.",
        "ends_at": "Das Ende liegt nicht nach dem Beginn. Bitte prüfen Sie beide Zeiten.",
        "opens_at": "Die Anmeldung muss öffnen, bevor sie schließt. Bitte prüfen Sie beide Zeiten.",
        "closes_at": "Die Anmeldung muss spätestens zum Beginn schließen. Bitte wählen Sie eine frühere Zeit.",
        "cancel_until": "Die Frist zum Absagen kann nicht nach dem Beginn enden. Bitte wählen Sie eine frühere Zeit.",
        "decide_at": "Über die Mindestzahl muss spätestens zum Beginn entschieden werden. Bitte wählen Sie eine frühere Zeit.",
    },
    numbers={
        "seats": "Bitte geben Sie mindestens einen Platz an.",
        "minimum": "Die Mindestzahl kann nicht größer sein als die Zahl der Plätze, und nicht kleiner als 0.",
        "rating": "Bitte wählen Sie eine Note von 1 bis 5.",
        "people": "Bitte geben Sie mindestens eine Person an.",
    },
    field="diese Angabe",
    cancelled_without_reason="Dieser Termin fällt aus. Bitte wählen Sie einen anderen Termin.",
    cancelled_too_few="Dieser Termin fällt aus, weil sich zu wenige angemeldet haben. Bitte wählen Sie einen anderen Termin.",
    full_nobody_waits="Alle Plätze sind vergeben. Lassen Sie sich auf die Warteliste setzen, oder wählen Sie einen anderen Termin.",
    full_one_waits="Alle Plätze sind vergeben, eine Person wartet schon. Lassen Sie sich auf die Warteliste setzen, oder wählen Sie einen anderen Termin.",
    trainer_is_taken="{what} leitet zu dieser Zeit schon „{title}“, {when}. Bitte wählen Sie eine andere Zeit oder jemand anderen.",
)

ENGLISH = RefusalTexts(
    sentences={
        r.NoSuchDate: "There is no such date, or it is only for another school. All dates for you are listed under “Trainings”.",
        r.NoSuchTraining: "This training is no longer there. Please reload the page and choose another one.",
        r.NoSuchResource: "This room or machine is no longer there. Please reload the page and choose something else.",
        r.NoSuchBooking: "You have no seat here at the moment. Please reload the page to see what is possible.",
        r.DateCancelled: "This date does not take place: {reason} Please choose another date.",
        r.HasBegun: "The date has already begun ({starts_at}). Please choose a later one, or wish for the training once more.",
        r.NotOpenYet: "Registration opens on {opens_at}. Please come back then.",
        r.Closed: "Registration has been closed since {closed_at}. Please choose another date.",
        r.YouHoldIt: "You hold this date yourself and need no seat. Your participants are listed under “Courses”.",
        r.AlreadyBooked: "Your seat is booked already. You find it under “My trainings”.",
        r.AlreadyWaiting: "You are on the waiting list already, at place {place}. When a seat becomes free, we will write to you.",
        r.HasOffer: "A seat is kept for you. Please accept it by {until}.",
        r.Overlaps: "You have booked something at the same time: “{title}”, {starts_at}. You can book all the same, or choose another date.",
        r.SchoolFull: "Your school has as many seats as one school can have until {until} ({cap}). Join the waiting list; after that the seats are open to all.",
        r.Full: "All seats are taken, and {waiting} people are waiting. Join the waiting list, or choose another date.",
        r.SeatsFree: "There is a free seat. You need not wait: simply book it.",
        r.SeriesBlocked: "The series was not booked, because {starts_at} is not possible: {refusal} You can book the other dates one by one.",
        r.OnlyForSchool: "This date is only for {school}. You see it because you plan trainings.",
        r.OfferExpired: "The time to accept ended on {ended_at}, and the seat went to the next person. You are welcome to join the waiting list again.",
        r.TooLate: "Cancelling without further ado was possible until {deadline}. Please add a short word; then you can still give your seat back.",
        r.Clash: "“{what}” is taken at that time: “{title}”, {when}. Please choose another time or something else.",
        r.FewerSeatsThanTaken: "There cannot be fewer seats than are taken already: {taken}. Please give at least as many.",
        r.TimesWrong: "Please check this time: {field}. It does not fit the other times.",
        r.NumberWrong: "Please check this number: {field}. As it stands it does not fit.",
        r.TextMissing: "Something is missing: {field}. Please fill it in.",
        r.TextTooLong: "This is too long: {field}. Please shorten it to {longest} characters at most.",
        r.TitleTaken: "“{title}” exists already. Please choose another title, or use the existing training.",
        r.StillUsed: "Dates depend on it, so it is not deleted. You can put it out of use instead.",
        r.NoTrainer: "This person cannot hold trainings. Please choose somebody with the role of trainer or from the team.",
        r.NotOverYet: "This is possible once the date has taken place. Please try again then.",
        r.NoSuchWish: "This wish is no longer there. Please reload the page.",
        r.NotAttended: "This is for those who took part. If you did, please ask the trainer to note your attendance.",
        r.AlreadyGiven: "We have your feedback already. Thank you for it.",
        r.NoCertificate: "There is no certificate for this training. Please ask the trainer if you need one.",
        r.LinkWrong: "The link does not begin with https://. Please copy the whole of it from the invitation.",
        r.NoSuchHoliday: "These holidays are no longer listed. Please reload the page.",
    },
    fields={
        "title": "title",
        "aim": "what people will be able to do",
        "level": "level",
        "devices": "devices",
        "topics": "topics",
        "preparation": "preparation",
        "place": "place",
        "link": "link",
        "name": "name",
        "reason": "reason",
        "word": "your word to the trainer",
        "subject": "subject",
        "text": "text",
        "topic": "topic",
        "details": "description",
        "times": "possible times",
        "answer": "answer",
        "seats": "seats",
        "minimum": "minimum number",
        "minutes": "duration",
        "certificate_minutes": "time for the certificate",
        "school_cap": "seats per school",
        "school_cap_days": "days before the start",
        "authorises_months": "months of the authorisation",
        "people": "how many people",
        "rating": "rating",
        "starts_at": "start",
        "ends_at": "end",
        "opens_at": "registration from",
        "closes_at": "registration until",
        "cancel_until": "cancelling until",
        "decide_at": "decision about the minimum number",
    },
    times={
        "starts_at": "The start lies in the past. Please choose a later time.",
        "ends_at": "The end is not after the start. Please check both times.",
        "opens_at": "Registration must open before it closes. Please check both times.",
        "closes_at": "Registration must close by the start. Please choose an earlier time.",
        "cancel_until": "The deadline for cancelling cannot be after the start. Please choose an earlier time.",
        "decide_at": "The minimum number must be decided on by the start. Please choose an earlier time.",
    },
    numbers={
        "seats": "Please give at least one seat.",
        "minimum": "The minimum number can be neither larger than the number of seats nor below 0.",
        "rating": "Please choose a mark from 1 to 5.",
        "people": "Please give at least one person.",
    },
    field="this entry",
    cancelled_without_reason="This date does not take place. Please choose another date.",
    cancelled_too_few="This date does not take place, because too few people registered. Please choose another date.",
    full_nobody_waits="All seats are taken. Join the waiting list, or choose another date.",
    full_one_waits="All seats are taken, and one person is waiting. Join the waiting list, or choose another date.",
    trainer_is_taken="{what} holds “{title}” at that time, {when}. Please choose another time or somebody else.",
)
