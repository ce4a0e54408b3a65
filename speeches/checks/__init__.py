"""校核: a proofreader of speeches, quiet on what is right. Pure: no Django, no clock.

`check` (checking) runs all rules (registry) over one document and gives findings; `folding` and
`mending` make of them what a reader goes through and what is changed. A rule is a row of the
catalogue of checks, data and a pure function (base); its examples (examples) are its help and its
first tests. A package holds the rules of a chapter: leftovers A, punctuation B, numerals C,
structure D, names E, wording F; consistency those that need the data of a speech. Word lists are
data (words, data/*.toml); a bureau adds its own (settings).

Glossary (Chinese, code):

校核 check · 规则 rule · 一处 finding · 错误、疑似、提示 error, warning, hint · 改法 fix ·
可一次改完 safe · 不再提示 ignore · 停用 off · 合并 fold · 字表、词表 words · 放行 allowed ·
序号 label · 并列项 enumeration · 合称 collective · 人员名册 people · 全文 whole

A hit may be weaker than its rule, and is a warning then: C14 in prose, C18 where the text names no
year, C21 in 二个, E4 and E5 where the register does not know both persons on the day. A13 has no
fix although its row has one: a fix stays within a block, and joins none; the importer does. A15 is
a suspicion between two halves that may want a comma. F1 lets 渡过难关 pass: it is right. C15 takes
shares over 100 % only, as lists of parts are seldom complete; A6 compares what the text itself
names. D14 and F22 are no rules: words that none may object to (the lists of set phrases and of
words let through), held by tests. Rows of layout (G) belong to typesetting, and count there.

Rows left out
C23  typesetting never splits a number over two lines
D26  needs the older speeches of the bureau; a check reads one speech
E11  as D26: whether a wording differs from an older speech
E14  what a speaker may order is not in the data; guessed from 责成 or 问责 it would be noise
E15  who is present and who speaks is not in the data
"""
