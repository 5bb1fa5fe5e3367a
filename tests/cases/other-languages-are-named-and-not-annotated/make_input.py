import json
chinese = "港口管理局星期二表示，一艘货轮在港外搁浅，约四十名船员被救上岸，没有人受伤。打捞人员预计两天之内可以把船移开，渡轮已改到邻近的港口停靠。" * 6
arabic = "قالت سلطات الميناء يوم الثلاثاء إن سفينة شحن جنحت قرب الميناء وإن نحو أربعين بحارا نقلوا إلى الشاطئ ولم يصب أحد بأذى. " * 6
with open("articles.jsonl", "w") as f:
    for id, text in (("zh", chinese), ("ar", arabic)):
        f.write(json.dumps({"id": id, "text": text}, ensure_ascii=False) + "\n")
