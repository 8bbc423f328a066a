"""Where sounds come from."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import AUTO, Auto, Folder, Integer, Text
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.content import Aim, Content
from netstudio.tasks.sources.source import SOURCES, SourceDef

_FSDD = "Jackson et al., Free Spoken Digit Dataset"
_SAMPLE_RATE = QT_TRANSLATE_NOOP("netstudio", "Sample rate")
_SAMPLE_RATE_HELP = QT_TRANSLATE_NOOP(
    "netstudio",
    "Samples a second that all sounds are brought to; auto takes the most frequent rate, up to "
    "16000.",
)


@SOURCES.register
class SpokenDigits(SourceDef):
    """A part of the Free Spoken Digit Dataset."""

    type = "spoken_digits"
    label = QT_TRANSLATE_NOOP("netstudio", "Spoken digits")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Six people say the digits 0 to 9 in English; shipped with netstudio."
    )
    source = _FSDD
    search = ("FSDD", "speech", "audio")
    target = "data.sounds.digits.read_spoken_digits"
    content = Content.SOUNDS
    aims = (Aim.CLASS,)
    samples = 600
    licence = "CC BY-SA 4.0"


@SOURCES.register
class FreeSpokenDigits(SourceDef):
    """The whole Free Spoken Digit Dataset."""

    type = "fsdd"
    label = QT_TRANSLATE_NOOP("netstudio", "Spoken digits (complete)")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "3,000 spoken digits with the official test part, takes 0 to 4; read from the folder fsdd "
        "in the data folder.",
    )
    source = _FSDD
    search = ("FSDD", "speech", "audio", "Free Spoken Digit Dataset")
    target = "data.sounds.digits.read_fsdd"
    content = Content.SOUNDS
    aims = (Aim.CLASS,)
    in_data_folder = True
    samples = 3_000
    licence = "CC BY-SA 4.0"


@SOURCES.register
class SoundFolder(SourceDef):
    """Sounds sorted into one folder for each class."""

    type = "sound_folder"
    label = QT_TRANSLATE_NOOP("netstudio", "Sound folder")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Your own WAV, FLAC, OGG or MP3 files, one folder for each class, named after the class.",
    )
    search = ("audio", "wav", "recordings", "speech")
    target = "data.sounds.folder.read_sound_folder"
    content = Content.SOUNDS
    path_field = "folder"
    is_folder = True
    aims = (Aim.CLASS,)

    folder: str = field(
        Folder(),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "Folder"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "A folder that holds one folder for each class, or train, val and test of that kind, "
            "or files named class_speaker_number.",
        ),
    )
    test_folder: str = field(
        Folder(),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "Test folder"),
        help=QT_TRANSLATE_NOOP("netstudio", "A folder of the same kind with the test sounds."),
    )
    test_files: str = field(
        Text(),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "Test files"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Files whose names fit this pattern are the test part; * stands for anything and [0-4] "
            "for one of these characters: *_[0-4].wav.",
        ),
    )
    group_part: int = field(
        Integer(0, 9),
        default=0,
        label=QT_TRANSLATE_NOOP("netstudio", "Group by name part"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Which part of the file names, between underscores, names the speaker; all files of "
            "one speaker stay in one part of the data. 0 for none.",
        ),
        advanced=True,
    )
    sample_rate: int | Auto = field(
        Integer(1_000, 192_000, auto=True),
        default=AUTO,
        label=_SAMPLE_RATE,
        help=_SAMPLE_RATE_HELP,
    )
