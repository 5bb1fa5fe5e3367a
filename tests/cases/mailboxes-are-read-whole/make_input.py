REPORT = ("The harbour of Port Aldane was closed on Tuesday after freighter {} ran aground, the coast guard said. "
          "About 40 sailors were brought ashore. Salvage crews expect to move the ship within two days.\n\n"
          ">From the pier the rescue was seen by hundreds, and ferries were sent to a neighbouring port.\n\n"
          "From what the captain said at 10:08 to the police, the fog had come up within minutes.")
MARK = "From ada@herald.example Tue May  7 10:08:00 2024\n"
HEAD = "Message-ID: <{0}@x>\nFrom: Ada Writer <ada@herald.example>\nDate: Tue, 7 May 2024 10:0{0}:00 +0000\nSubject: Ship {0}\n"
mail = lambda number: HEAD.format(number) + "\n" + REPORT.format(number) + "\n"
forward = (HEAD.format(3) + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nThe report of the day before on the freighter "
           "is below, with what the harbour office said about it.\n--b\nContent-Type: message/rfc822\n\n" + mail(4) + "\n--b--\n")
open("inbox", "w").write("".join(f"{MARK}{each}\n" for each in (mail(1), mail(2), forward)))
