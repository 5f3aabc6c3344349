"""The words that make a report more or less real, as data: what plans, proposes, doubts or denies."""

from __future__ import annotations

from geo.model import Status
from geo.reading.words import words

PLANNING = words("""
    plan intend expect schedule set due prepare agree promise vow pledge hope aim arrange bind
    likely ready poise anticipate slate book decide mean determine commit confirm sure certain
    reserve project forecast look forward announce order instruct command oblige tip
    about wait queue apply approve authorise authorize assign earmark accept vote pencil pack save
    raise train swear resolve undertake await suppose reschedule consent decision intention ambition warrant
""")  # fmt: skip
PROPOSING = words("""
    invite suggest propose urge want ask request offer call recommend advise encourage demand wish
    push press beg appeal plead tell warn insist invitation proposal suggestion desire willing
    willingness like love convey eager keen dream prefer lobby petition need
""")  # fmt: skip
DENYING = words("""
    refuse decline fail deny cancel reject prevent bar forbid ban block avoid unable postpone
    scrap scrub prohibit abandon refusal denial failure cancellation drop discourage deter halt scotch shelve
    scupper thwart foil suspend axe abort neglect omit veto quash scuttle miss skip forgo boycott pretend
    call_off rule_out turn_down put_off give_up back_out back_away
""")  # fmt: skip
DENYING_GERUNDS = DENYING | words("stop keep dissuade")
"""What denies a gerund: "stopped him from leaving" did; "stopped to visit" did not."""
DOUBTING = words("""
    consider attempt try face threaten suspect risk doubt discuss contemplate mull speculate
    speculation wonder possibility chance option threat possible potential unclear uncertain
    question whether prospect explore rumor rumour fear could may might weigh debate
    think bid effort struggle seek unlikely reluctant unwilling hesitant unsure flirt toy moot talk permission
    accuse charge indict accusation allegation tempt link afraid
""")  # fmt: skip
LIKING = words("enjoy love like hate adore keep")
"""What says of a gerund that it is done, not that it is wished for."""
FAILING = words("fail collapse founder falter fall_through")
"""What an attempt or a plan does that comes to nothing."""
ENABLING = words("allow permit able enable let free entitle clear enough")
"""What makes a thing possible, and when it is past and not negated tells that it came about."""
BELIEVING = words("believe think suspect fear assume presume guess suppose")
"""What in the passive makes a past event a guess: "is believed to have fled"."""
DOUBTFUL_REPORTS = words("""
    suspect speculate speculation possibility suspicion doubt rumor rumour guess theory likelihood fear
    unclear uncertain unknown unsure allege allegation accusation
""")
"""Words whose "that" clause is only possibly so."""
CONFIRMING = words("confirm say claim prove show disclose reveal believe think suggest")
"""Words whose "that" clause nobody stands by, where they are negated or refused."""
REFUTING = words("deny denial refute reject dismiss disprove debunk false untrue rubbish")
"""Words whose "that" clause is not so."""
HEARSAY = words("report rumor rumour claim suggestion allegation story speculation accusation")
"""Nouns for what others say: refuted, their clause is not so."""

MODALS = {
    **dict.fromkeys(words("will shall 'll ’ll wo would 'd ’d"), Status.PLANNED),
    **dict.fromkeys(words("may might could can ca"), Status.POSSIBLE),
    **dict.fromkeys(words("should must ought"), Status.PROPOSED),
}
WOULD = words("would 'd ’d")
UNFULFILLED = words("should ought")
"""Modals before "have gone" that tell that one did not."""
LATER = words("later eventually ultimately subsequently")
"""What makes of "would return" a thing of the past, where nobody says that it is to come."""
GOVERNING = (
    (DENYING, Status.DENIED),
    (PROPOSING, Status.PROPOSED),
    (DOUBTING, Status.POSSIBLE),
    (PLANNING, Status.PLANNED),
)
ADJECTIVES = (
    (
        words("cancelled canceled aborted postponed scrapped failed abortive abandoned thwarted"),
        Status.DENIED,
    ),
    (
        words("possible potential hypothetical eventual rumored rumoured speculated mooted attempted"),
        Status.POSSIBLE,
    ),
    (words("proposed suggested"), Status.PROPOSED),
    (
        words("""
    planned upcoming scheduled expected forthcoming coming next imminent impending future intended
"""),
        Status.PLANNED,
    ),
    (words("recent last previous earlier past first historic"), Status.HAPPENED),
)  # fmt: skip
POSSIBLY = words("possibly perhaps maybe potentially conceivably hypothetically")
ALLEGEDLY = words("allegedly supposedly reputedly purportedly")
"""What makes even a thing told as past only possible."""
HABITS = words("""
    often usually always regularly typically frequently generally rarely seldom normally routinely
    commonly occasionally traditionally sometimes daily weekly monthly yearly annually nightly habitually
""")  # fmt: skip
