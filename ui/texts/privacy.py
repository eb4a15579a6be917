"""Texts of the page on privacy."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of data: what it is, what exactly is kept, what for, and how long."""

    name: str
    what: str
    purpose: str
    period: str


@dataclass(frozen=True, slots=True)
class PrivacyTexts:
    title: str
    lead: str
    short: tuple[str, ...]

    responsible: str
    operator: str
    operator_unset: str
    officer: str
    officer_unset: str

    kept: str
    what_for: str
    how_long: str
    account: Kept
    password: Kept
    service: Kept
    sessions: Kept
    links: Kept
    attempts: Kept
    mails: Kept
    trainings: Kept
    certificates: Kept
    wishes: Kept
    receipts: Kept
    notices: Kept
    log: Kept
    tidied: str
    basis: str

    questions: str
    questions_told: tuple[str, ...]

    seen_by: str
    seen_by_self: str
    seen_by_managers: str
    seen_by_trainers: str
    seen_by_wishers: str
    seen_by_schools: str
    seen_by_code: str
    seen_by_log_readers: str
    seen_by_technicians: str
    seen_by_service: str
    seen_by_others: str

    rights: str
    see_and_take: str
    correct: str
    delete: str
    object: str
    complain: str
    to_account: str

    cookies: str
    cookies_told: str
    cookie_session: str
    cookie_waiting: str
    cookie_form: str
    cookie_service: str
    browser_memory: str

    month: str
    months: str
    days: str
    hours: str
    hour: str


GERMAN = PrivacyTexts(
    title="Was Lotse über Sie weiß",
    lead="Nur das, was für die Anmeldung, Ihre Fortbildungen und die Lieferungen Ihrer Schule nötig ist. Hier steht, was das ist, wie lange es bleibt und wer es sieht.",
    short=(
        "Ihre Fragen werden nie mit Ihrem Namen gespeichert.",
        "Es gibt keine Werbung, keine Statistik über einzelne Personen und keine Cookies, die Ihnen folgen.",
        "Gesucht wird auf dem eigenen Server. Ihre Fragen gehen an keinen anderen Dienst.",
        "Unter „Mein Konto“ nehmen Sie Ihre Daten mit oder löschen sie.",
    ),
    responsible="Wer verantwortlich ist",
    operator="Dieses Portal betreibt: {operator}",
    operator_unset="Für die Administration: Hier fehlt, wer das Portal betreibt. Bitte tragen Sie es in der Einstellung LOTSE_OPERATOR ein, bevor Lehrkräfte das Portal benutzen.",
    officer="Fragen zum Datenschutz beantwortet: {contact}",
    officer_unset="Für die Administration: Hier fehlt, wie man die Datenschutzbeauftragten erreicht. Bitte tragen Sie es in der Einstellung LOTSE_PRIVACY_CONTACT ein.",
    kept="Was gespeichert wird",
    what_for="Wofür:",
    how_long="Wie lange:",
    account=Kept(
        "Ihr Konto",
        "Name, E-Mail-Adresse, Rolle, Schulen und die zuletzt gewählte, ob das Konto eingeschaltet ist, wann es angelegt wurde und wann Sie zuletzt da waren.",
        "damit Lotse weiß, welche Anleitungen und Seiten für Sie sind.",
        "bis Sie es löschen oder die Verwaltung es löscht, höchstens {people} nach Ihrem letzten Besuch. Nur die Konten der {admins} bleiben, solange sie eingeschaltet sind.",
    ),
    password=Kept(
        "Ihr Passwort",
        "Nur ein Prüfwert, aus dem sich das Passwort nicht zurückrechnen lässt (Argon2id).",
        "um Ihre Anmeldung zu prüfen.",
        "so lange wie das Konto.",
    ),
    service=Kept(
        "Ihr Schulkonto",
        "Die Kennung, unter der Sie der Anmeldedienst führt, und der Name des Dienstes.",
        "um Sie wiederzuerkennen.",
        "so lange wie das Konto.",
    ),
    sessions=Kept(
        "Ihre Anmeldungen",
        "Beginn, letzte Benutzung und Ende, aber kein Gerät und kein Ort.",
        "damit Sie angemeldet bleiben und sich überall abmelden können.",
        "bis Sie sich abmelden, sonst höchstens {short}, mit „Angemeldet bleiben“ höchstens {lasting}.",
    ),
    links=Kept(
        "Links für ein neues Passwort",
        "Ein Prüfwert des Links und sein Ende.",
        "damit der Link nur einmal gilt.",
        "{link}.",
    ),
    attempts=Kept(
        "Vergebliche Anmeldungen",
        "Ihre Zahl und ein Prüfwert von E-Mail- und Netzadresse, keine Adresse selbst.",
        "damit niemand Passwörter durchprobieren kann.",
        "{attempts}.",
    ),
    mails=Kept(
        "E-Mails an Sie",
        "Ihre Adresse, der Betreff und die Zeit; der Text nur, bis die E-Mail verschickt ist oder nicht mehr verschickt werden kann.",
        "damit keine E-Mail verloren geht.",
        "{mails} nach dem Versand, oder nachdem das Verschicken aufgegeben wurde.",
    ),
    trainings=Kept(
        "Ihre Fortbildungen",
        "Welche Termine Sie gebucht haben, angeboten bekamen oder auf welchen Sie warten, was wann und weshalb damit geschah, für welche Schule, und ob Sie da waren. Was Sie hinterher zu einem Termin sagen, ohne Ihren Namen.",
        "damit Sie einen Platz bekommen und niemand Zettel führen muss.",
        "{seats} nach dem Termin; ohne Platz {gone} nach dem Termin.",
    ),
    certificates=Kept(
        "Bescheinigungen und Freischaltungen",
        "Ihr Name, Thema, Inhalt, Umfang, Zeit und Leitung der Fortbildung mit einem Prüfcode; welches Gerät des FabLab Sie bis wann allein benutzen dürfen.",
        "damit Sie nachweisen können, was Sie gelernt haben.",
        "so lange wie das Konto.",
    ),
    wishes=Kept(
        "Ihre Wünsche nach Fortbildungen",
        "Thema, Einzelheiten, Zahl der Personen, Zeiten, Ihre Schule und was daraus wurde.",
        "damit Fortbildungen entstehen, die gebraucht werden.",
        "bis eine Antwort da ist oder Sie den Wunsch zurückziehen, danach bis {wishes} nach dem Wunsch oder dem Termin, der daraus wurde.",
    ),
    receipts=Kept(
        "Lieferungen",
        "Welche Lieferungen Sie bestätigt haben, wann, was fehlte und was Sie dazu geschrieben haben; was Sie an Lieferungen geändert und welche Listen Sie eingelesen haben.",
        "damit sich nachvollziehen lässt, was an der Schule angekommen ist und woher eine Angabe kommt.",
        "so lange wie die Lieferung. Wird Ihr Konto gelöscht, bleibt die Angabe ohne Ihren Namen.",
    ),
    notices=Kept(
        "E-Mails über Lieferungen",
        "Ob Sie einmal in der Woche oder sofort Bescheid bekommen möchten.",
        "damit Sie nur E-Mails bekommen, die Sie haben möchten. Jede lässt sich mit einem Klick abbestellen.",
        "so lange wie das Konto.",
    ),
    log=Kept(
        "Das Protokoll",
        "Ihre Nummer, was Sie an Personen, Schulen, Lieferungen oder Ihrem Konto geändert haben oder was daran geändert wurde, und wann. Keine Fragen, keine Besuche.",
        "damit sich nachvollziehen lässt, wer Rechte vergeben hat.",
        "{audit}. Wird Ihr Konto gelöscht, bleibt nur die Nummer ohne Namen.",
    ),
    tidied="Gelöscht wird beim nächsten Aufräumen, nachdem die Zeit um ist. Sicherungskopien des Servers können länger bestehen.",
    basis="Rechtsgrundlage ist Artikel 6 Absatz 1 Buchstabe e der Datenschutz-Grundverordnung: Die Stadt erfüllt ihre Aufgabe, die Schulen auszustatten und zu unterstützen.",
    questions="Ihre Fragen",
    questions_told=(
        "Fragen und Antworten bleiben nur im geöffneten Fenster. Schließen Sie es, sind sie nach etwa {minutes} Minuten vergessen.",
        "Nur wenn Sie eine Antwort mit dem Daumen bewerten, speichert Lotse die Frage, das gezeigte Dokument, Ihr Urteil und was Sie dazu schreiben: ohne Namen, für {feedback}. Bitte schreiben Sie keine Namen hinein.",
        "Ein Link mit einer Frage steht im Verlauf Ihres Browsers und kann in den Zugriffsprotokollen des Webservers stehen.",
    ),
    seen_by="Wer etwas sieht",
    seen_by_self="Sie selbst: alles über sich, unter „Mein Konto“.",
    seen_by_managers="{roles}: Konten aller Personen, also Name, E-Mail-Adresse, Rolle und Schulen. Wer Sie um Ihre Daten bittet, bekommt sie auch von dort.",
    seen_by_trainers="Wer einen Termin leitet, und {roles}: wer kommt und wer wartet, mit Name, Schule und E-Mail-Adresse; Rückmeldungen ohne Namen und erst, wenn es mehrere sind.",
    seen_by_wishers="Lehrkräfte mit einem ähnlichen Wunsch: dessen Thema, die Zahl der Personen und Ihre Schule, nicht Ihren Namen.",
    seen_by_schools="Wer an Ihrer Schule arbeitet, und {roles}: wer eine Lieferung bestätigt oder geändert hat, mit Namen.",
    seen_by_code="Wer den Prüfcode Ihrer Bescheinigung kennt: was darauf steht. Wer Ihre Kalenderadresse kennt: Ihre Termine.",
    seen_by_log_readers="{roles}: das Protokoll.",
    seen_by_technicians="Wer den Server betreut: die Datenbank, auch die Rückmeldungen zu Antworten.",
    seen_by_service="Der Anmeldedienst: dass und wann Sie sich anmelden.",
    seen_by_others="Sonst niemand. Nichts wird weitergegeben oder verkauft, und Lotse entscheidet nichts über Sie.",
    rights="Ihre Rechte",
    see_and_take="Auskunft bekommen und Daten mitnehmen: unter „Mein Konto“, als Datei.",
    correct="Berichtigen lassen: sagen Sie dem IT-Team, was nicht stimmt.",
    delete="Löschen: unter „Mein Konto“, sofort.",
    object="Widersprechen oder einschränken lassen: wenden Sie sich an die Datenschutzbeauftragten.",
    complain="Sich beschweren: bei der Datenschutzaufsicht Ihres Bundeslandes.",
    to_account="Zu meinem Konto",
    cookies="Cookies",
    cookies_told="Alle sind nötig, damit das Portal funktioniert. Keiner dient dazu, Sie zu verfolgen.",
    cookie_session="hält Sie angemeldet, bis Sie den Browser schließen; mit „Angemeldet bleiben“ bis zu {lasting} lang",
    cookie_waiting="merkt sich während der Anmeldung mit dem Schulkonto, wohin Sie wollten; {minutes} Minuten",
    cookie_form="schützt davor, dass fremde Seiten in Ihrem Namen etwas senden; endet mit dem Browser",
    cookie_service="halten das Ergebnis der Anmeldung mit dem Schulkonto fest, auch Name und E-Mail-Adresse; bis zu 30 Tage oder bis Sie sich abmelden",
    browser_memory="Außerdem merkt sich Ihr Browser, ob Sie es hell oder dunkel mögen und ob die Seitenleiste offen ist. Das bleibt bei Ihnen.",
    month="{number} Monat",
    months="{number} Monate",
    days="{number} Tage",
    hours="{number} Stunden",
    hour="{number} Stunde",
)

ENGLISH = PrivacyTexts(
    title="What Lotse knows about you",
    lead="Only what signing in, your trainings and your school's deliveries need. Here you read what that is, how long it stays and who sees it.",
    short=(
        "Your questions are never stored with your name.",
        "There are no advertisements, no statistics of single people and no cookies that follow you.",
        "The search runs on the portal's own server. Your questions go to no other service.",
        "Under “My account” you take your data along or delete it.",
    ),
    responsible="Who is responsible",
    operator="This portal is run by: {operator}",
    operator_unset="For administrators: it does not say here who runs the portal. Please enter it in the setting LOTSE_OPERATOR before teachers use the portal.",
    officer="Questions on data protection are answered by: {contact}",
    officer_unset="For administrators: it does not say here how to reach the data protection officer. Please enter it in the setting LOTSE_PRIVACY_CONTACT.",
    kept="What is stored",
    what_for="What for:",
    how_long="How long:",
    account=Kept(
        "Your account",
        "Name, e-mail address, role, schools and the one chosen last, whether the account is switched on, when it was made and when you were last here.",
        "so that Lotse knows which manuals and pages are for you.",
        "until you or the administration delete it, at most {people} after your last visit. Only accounts of {admins} stay as long as they are switched on.",
    ),
    password=Kept(
        "Your password",
        "Only a value to check it with, from which the password cannot be worked out (Argon2id).",
        "to check it when you sign in.",
        "as long as the account.",
    ),
    service=Kept(
        "Your school account",
        "The identifier by which the sign-in service knows you, and the service's name.",
        "to recognise you.",
        "as long as the account.",
    ),
    sessions=Kept(
        "Where you are signed in",
        "Beginning, last use and end, but no device and no place.",
        "so that you stay signed in and can sign out everywhere.",
        "until you sign out, otherwise at most {short}, with “Stay signed in” at most {lasting}.",
    ),
    links=Kept(
        "Links to a new password",
        "A value to check the link with, and its end.",
        "so that the link works only once.",
        "{link}.",
    ),
    attempts=Kept(
        "Failed tries to sign in",
        "How many, and a value made from e-mail and network address, not the address itself.",
        "so that nobody can try out passwords.",
        "{attempts}.",
    ),
    mails=Kept(
        "E-mails to you",
        "Your address, the subject and the time; the text only until the e-mail is sent or can no longer be sent.",
        "so that no e-mail gets lost.",
        "{mails} after it was sent or given up.",
    ),
    trainings=Kept(
        "Your trainings",
        "Which dates you have booked, were offered or wait for, what happened to that when and why, for which school, and whether you were there. What you say of a date afterwards, without your name.",
        "so that you get a seat and nobody has to keep lists on paper.",
        "{seats} after the date; without a seat {gone} after the date.",
    ),
    certificates=Kept(
        "Certificates and authorisations",
        "Your name, the training's subject, content, length, time and trainer with a code to check it; which machine of the FabLab you may use by yourself, and until when.",
        "so that you can prove what you have learned.",
        "as long as the account.",
    ),
    wishes=Kept(
        "Your wishes for trainings",
        "Subject, details, number of people, times, your school and what became of it.",
        "so that there are the trainings that are needed.",
        "until it is answered or you withdraw it, then until {wishes} after the wish or the date that it became.",
    ),
    receipts=Kept(
        "Deliveries",
        "Which deliveries you have confirmed, when, what was missing and what you wrote about it; what you have changed in deliveries and which lists you have read in.",
        "so that it can be seen what has arrived at the school and who said so.",
        "as long as the delivery. If your account is deleted, it stays without your name.",
    ),
    notices=Kept(
        "E-mails about deliveries",
        "Whether you want to be told once a week or at once.",
        "so that you only get e-mails that you want. Each can be stopped with one click.",
        "as long as the account.",
    ),
    log=Kept(
        "The audit log",
        "Your number, what you have changed in people, schools, deliveries or your account or what was changed in it, and when. No questions, no visits.",
        "so that it can be seen who gave which rights.",
        "{audit}. If your account is deleted, only the number stays, without a name.",
    ),
    tidied="Deletion happens with the next tidying after the time is over. Backups of the server may last longer.",
    basis="The legal basis is article 6 (1) (e) of the General Data Protection Regulation: the city does its task of equipping and supporting schools.",
    questions="Your questions",
    questions_told=(
        "Questions and answers stay in the open window only. Once you close it, they are forgotten after about {minutes} minutes.",
        "Only when you judge an answer with the thumb does Lotse store the question, the document shown, your judgement and what you write about it: without a name, for {feedback}. Please write no names into it.",
        "A link with a question stands in your browser's history and may stand in the web server's access log.",
    ),
    seen_by="Who sees something",
    seen_by_self="You: everything about yourself, under “My account”.",
    seen_by_managers="{roles}: the accounts of all people, that is name, e-mail address, role and schools. They can also hand you your data if you ask them.",
    seen_by_trainers="Whoever holds a date, and {roles}: who comes and who waits, with name, school and e-mail address; feedback without names, and only once there are several.",
    seen_by_wishers="Teachers with a similar wish: its subject, the number of people and your school, not your name.",
    seen_by_schools="Whoever works at your school, and {roles}: who has confirmed or changed a delivery, by name.",
    seen_by_code="Whoever knows the code of your certificate: what it says. Whoever knows your calendar address: your dates.",
    seen_by_log_readers="{roles}: the audit log.",
    seen_by_technicians="Whoever looks after the server: the database, feedback on answers too.",
    seen_by_service="The sign-in service: that you sign in, and when.",
    seen_by_others="Nobody else. Nothing is handed on or sold, and Lotse decides nothing about you.",
    rights="Your rights",
    see_and_take="See your data and take it along: under “My account”, as a file.",
    correct="Have it corrected: tell the IT team what is wrong.",
    delete="Delete it: under “My account”, at once.",
    object="Object or have its use restricted: turn to the data protection officer.",
    complain="Complain: to the data protection authority of your federal state.",
    to_account="To my account",
    cookies="Cookies",
    cookies_told="All of them are needed for the portal to work. None serves to follow you.",
    cookie_session="keeps you signed in until you close the browser; with “Stay signed in” for up to {lasting}",
    cookie_waiting="remembers where you were heading while you sign in with your school account; {minutes} minutes",
    cookie_form="keeps other sites from sending something in your name; ends with the browser",
    cookie_service="hold the result of signing in with your school account, name and e-mail address too; up to 30 days or until you sign out",
    browser_memory="Your browser also remembers whether you like it light or dark and whether the sidebar is open. That stays with you.",
    month="{number} month",
    months="{number} months",
    days="{number} days",
    hours="{number} hours",
    hour="{number} hour",
)
