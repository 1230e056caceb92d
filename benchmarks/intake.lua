-- Sends complete answers: each by a link of its own (TOKENS: one a line), or by one device under numbers of their own (DEVICE).
local tokens, device = {}, os.getenv("DEVICE")
if not device then for line in io.lines(os.getenv("TOKENS")) do tokens[#tokens + 1] = line end end
local offset, at, run = tonumber(os.getenv("FROM") or "0"), 0, os.getenv("RUN") or "run"
local head = { ["Content-Type"] = "application/json" }
local answers = '"language":"zh","answers":{"q1":4,"q2":6,"q3.parts":3,"q4":"yes","q6":9,"q7":"备件到得很快，工程师也很熟悉我们的工况。"}}'
function request()
  at = at + 1
  local who = device and string.format('"link":"%s","key":"%s-%d"', device, run, at) or string.format('"link":"%s"', tokens[(offset + at - 1) % #tokens + 1])
  return wrk.format("POST", "/a/answers", head, "{" .. who .. "," .. answers)
end
function done(summary, latency)
  io.write(string.format("RESULT %.1f %.2f %.2f %d %d\n", summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, summary.requests,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
