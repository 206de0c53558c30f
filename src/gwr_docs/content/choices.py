"""Chinese words for what a field is to choose from: what the comments of the files call it, and what else it is called."""

WORDS: dict[str, dict[str, str]] = {
    "layout": {
        "cover": "封面 首页",
        "agenda": "目录 提纲 议程",
        "section": "部分页 部分 章节页 章节 过渡页",
        "cards": "数字卡 卡片 指标卡",
        "chart": "图 图表",
        "target": "目标对比 目标",
        "table": "指标表 表 表格",
        "points": "要点",
        "steps": "步骤 流程",
        "problems": "问题 存在问题 存在的问题",
        "tasks": "重点工作 任务 工作任务",
        "closing": "结束页 结束 结尾 封底 致谢",
    },
    "kind": {
        "column": "竖柱 柱 柱图 柱形图 柱状图 竖条",
        "bar": "横条 条 条图 条形图 横柱 横道图",
        "doughnut": "环图 环形图 圆环图 饼图 圆饼图 pie",
        "clustered": "分组柱 分组柱图 分组柱状图 簇状柱形图",
        "stacked": "堆积柱 堆积柱图 堆积柱状图 堆积图 堆叠图",
        "line": "折线 折线图 线图 曲线",
        "target": "完成与目标对比 目标对比 目标 对比",
    },
    "show": {"value": "数值 数 值", "change": "增减 同比 增长 变化 增幅"},
    "part": {
        "review": "第一部分 一 1 工作回顾 回顾 review.yaml",
        "plan": "第二部分 二 2 工作思路 思路 重点工作 plan.yaml",
    },
    "theme": {"浅色": "浅 浅色底 白色 亮色", "深色": "深 深色底 黑色 暗色"},
    "number": {str(number): f"{word} （{word}） ({word}) 第{word}" for number, word in enumerate("一二三四五六七八九", 1)},
}


def chosen(field: str, word: str) -> str:
    """The choice that a Chinese word stands for, or nothing."""
    return next((choice for choice, words in WORDS.get(field, {}).items() if word in words.split()), "")
