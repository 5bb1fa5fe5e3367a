assert len(open("stdout").readlines()) == 1
