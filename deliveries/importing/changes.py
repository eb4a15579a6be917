"""What differs between two states of a line."""

from __future__ import annotations

from dataclasses import dataclass

from deliveries.facts import Field
from deliveries.importing.states import State, kept
from deliveries.stages import Stage

ORDER = {stage: place for place, stage in enumerate(Stage)}
BESIDE = frozenset({Stage.BLOCKED, Stage.CANCELLED})  # no steps on the way, and none back


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """`old` and `new` as the history keeps them (`states.kept`)."""

    field: Field
    old: str | None
    new: str | None
    backwards: bool = False


def first_changes(state: State) -> tuple[PlannedChange, ...]:
    """The history of a line that is new: its stage, then each fact that is known."""
    created = PlannedChange(Field.CREATED, None, state.stage.value)
    known = kept(state).items()
    facts = (PlannedChange(field, None, new) for field, new in known if new is not None)
    return (created, *(change for change in facts if change.field is not Field.STAGE))


def changes_between(old: State, new: State) -> tuple[PlannedChange, ...]:
    """Each field that differs, and whether that is a step back."""
    if old == new:
        return ()
    before, after = kept(old), kept(new)
    return tuple(
        PlannedChange(field, before[field], after[field], _backwards(field, old, new))
        for field in before
        if before[field] != after[field]
    )


def _backwards(field: Field, old: State, new: State) -> bool:
    match field:
        case Field.STAGE:
            return not {old.stage, new.stage} & BESIDE and ORDER[new.stage] < ORDER[old.stage]
        case Field.DELIVERED:
            return (new.delivered or 0) < (old.delivered or 0) and new.pieces.arrived < old.pieces.arrived
        case Field.PIECES:
            return new.pieces.arrived < old.pieces.arrived
    return False
