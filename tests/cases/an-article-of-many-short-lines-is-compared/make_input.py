import json
REPORT = "The freighter that ran aground on Tuesday was towed to the inner harbour of Port Aldane by three tugs, the coast guard said."
lines = [REPORT] + [line for i in range(60_000) for line in (f"Tug {i} in port", "Read more", f"Ship {i} at sea")]
open("lines.jsonl", "w").write(json.dumps({"text": "\n".join(lines)}) + "\n")
