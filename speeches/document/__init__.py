"""The speech as a document: facts in, one tree out. Pure: no Django, no clock, no files.

Glossary (Chinese, code):

部分 part (`Section`) · 要点 point · 分项 `Item` · 序号 marker · 合称 collective name (五稳) ·
标题 heading (接排 run in, 独行 on its own line) · 段末语 tail · 题注 title block ·
称谓 salutation · 开场 opening · 结尾 closing · 数据 figure · 待补 empty figure ·
禁则 line-breaking rules · 版心 type area · 大字版 reading copy · 花脸稿 redline · 定稿 final copy
"""
