"""The choices that forms and pages show, in the words of the office.

Where the pure rooms know a value too (`Kind`, `Marker`, `Layout`, `Separator`, `Face`, `Place`,
`List`), it is taken from them, so that a label can be changed here and a value only there.
"""

from django.db.models import IntegerChoices, TextChoices

from speeches.checks.words import List
from speeches.document import facts
from speeches.typeset.edition import Face, Place


class UserRole(TextChoices):
    DRAFTER = "drafter", "起草人"
    REVIEWER = "reviewer", "审核人"
    CONTRIBUTOR = "contributor", "供稿人"
    LEADER = "leader", "领导"
    ADMINISTRATOR = "administrator", "管理员"


class MeetingKind(TextChoices):
    HALF_YEAR = "half_year", "半年度工作会议"
    ANNUAL = "annual", "年度工作会议"
    SPECIAL = "special", "专题推进会"
    OTHER = "other", "其他会议"


class SpeechKind(TextChoices):
    SPEECH = "speech", "讲话"
    NOTES = "notes", "讲话提纲"
    REPORT = "report", "工作报告"


class SpeechState(TextChoices):
    DRAFT = "draft", "起草中"
    FINAL = "final", "定稿"


class NodeKind(TextChoices):
    ACHIEVEMENTS = facts.Kind.ACHIEVEMENTS.value, "成绩"
    PROBLEMS = facts.Kind.PROBLEMS.value, "问题"
    PRIORITIES = facts.Kind.PRIORITIES.value, "重点工作"
    REQUIREMENTS = facts.Kind.REQUIREMENTS.value, "工作要求"
    NARRATIVE = facts.Kind.NARRATIVE.value, "叙述"
    CATEGORY = facts.Kind.CATEGORY.value, "成绩类别"
    PROBLEM = facts.Kind.PROBLEM.value, "问题条目"
    PRIORITY = facts.Kind.PRIORITY.value, "工程"
    REQUIREMENT = facts.Kind.REQUIREMENT.value, "要求"
    POINT = facts.Kind.POINT.value, "要点"
    ITEM = facts.Kind.ITEM.value, "分项"


class DraftStamp(TextChoices):
    """What is printed at the head of a draft copy. No value is no stamp."""

    __empty__ = "不标注"
    COMMENTS = "comments", "征求意见稿"
    REVIEW = "review", "送审稿"


class FileFormat(TextChoices):
    """What a speech can leave the site as; the value ends the file's name."""

    PDF = "pdf", "PDF"
    DOCX = "docx", "Word"
    TXT = "txt", "纯文本"
    HTML = "html", "网页"


class SourceKind(TextChoices):
    """How a text came in from outside."""

    PASTED = "pasted", "粘贴的文字"
    TXT = "txt", "文本文件"
    DOCX = "docx", "Word 文件"


class WordList(TextChoices):
    """The lists of words that a bureau may add to."""

    MISSPELLINGS = List.MISSPELLINGS.value, "易错词"
    SET_PHRASES = List.SET_PHRASES.value, "固定提法"
    ORGANS = List.ORGANS.value, "机构名称"
    DOCUMENTS = List.DOCUMENTS.value, "文件名称"
    WORDINGS = List.WORDINGS.value, "规范表述"
    BANNED = List.BANNED.value, "敏感词"
    ALLOWED = List.ALLOWED.value, "不报的词"


class IgnoreScope(TextChoices):
    """How far it goes that a finding is not shown again."""

    HERE = "here", "此处"
    SPEECH = "speech", "本篇"


PART_KINDS = tuple(map(NodeKind, facts.PART_KINDS))


class MarkerChoice(TextChoices):
    OUTLINE = facts.Marker.OUTLINE.value, "按层次：一、（一）1.（1）"
    HAN = facts.Marker.HAN.value, "一、"
    HAN_BRACKETED = facts.Marker.HAN_BRACKETED.value, "（一）"
    ARABIC = facts.Marker.ARABIC.value, "1."
    ARABIC_BRACKETED = facts.Marker.ARABIC_BRACKETED.value, "（1）"
    SHI = facts.Marker.SHI.value, "一是"
    YAO = facts.Marker.YAO.value, "一要"
    DI = facts.Marker.DI.value, "第一，"
    NONE = facts.Marker.NONE.value, "不编号"


class LayoutChoice(TextChoices):
    BLOCKS = facts.Layout.BLOCKS.value, "逐条分列"
    PARAGRAPHS = facts.Layout.PARAGRAPHS.value, "每条一段"
    RUN_IN = facts.Layout.RUN_IN.value, "连排成一段"
    RUN_IN_TAIL = facts.Layout.RUN_IN_TAIL.value, "连排成一段，段末语也接排"


class SeparatorChoice(TextChoices):
    SEMICOLON = facts.Separator.SEMICOLON.value, "分号"
    COMMA = facts.Separator.COMMA.value, "逗号"


# --- A bureau's own page ---------------------------------------------------------------------


class TypeSize(IntegerChoices):
    """字号, each by its size in pt; those of a whole number of points."""

    XIAO_CHU = 36, "小初（36磅）"
    YI = 26, "一号（26磅）"
    XIAO_YI = 24, "小一（24磅）"
    ER = 22, "二号（22磅）"
    TWENTY = 20, "20磅"
    XIAO_ER = 18, "小二（18磅）"
    SAN = 16, "三号（16磅）"
    XIAO_SAN = 15, "小三（15磅）"
    SI = 14, "四号（14磅）"
    XIAO_SI = 12, "小四（12磅）"


class HeadingFace(TextChoices):
    """The faces that a heading may be set in."""

    HEI = Face.HEI.value, "黑体"
    KAI = Face.KAI.value, "楷体"
    FANG = Face.FANG.value, "仿宋"
    BIAOSONG = Face.BIAOSONG.value, "小标宋"


class NumberForm(TextChoices):
    """How a page number is written; {} is the number."""

    DASHES = "— {} —", "— 1 —"
    HYPHENS = "- {} -", "- 1 -"
    BARE = "{}", "1"
    WORDS = "第 {} 页", "第 1 页"


class NumberPlace(TextChoices):
    """Where it stands under the type area."""

    OUTER = Place.OUTER.value, "单页居右，双页居左"
    CENTER = Place.CENTER.value, "居中"
    RIGHT = Place.RIGHT.value, "居右"
    NONE = Place.NONE.value, "不印页码"
