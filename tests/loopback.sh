# For the commands of cases: starts tests/loopback_server.py here, sets $at to its address, and stops it at the end.
python3 "$PROJECT/tests/loopback_server.py" . & server=$!
trap 'kill $server 2> /dev/null' EXIT
for _ in $(seq 100); do [ -e port ] && break; sleep 0.1; done
at=http://127.0.0.1:$(cat port)
