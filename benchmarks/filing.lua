-- Files complaints of the customers in the file CALLERS (customer, contact, owner a line), as programs do.
local callers = {}
for line in io.lines(os.getenv("CALLERS")) do callers[#callers + 1] = line end
local at, head = 0, { ["Content-Type"] = "application/json", ["Authorization"] = os.getenv("TOKEN") }
function request()
  at = at % #callers + 1
  local customer, contact, owner = callers[at]:match("([^|]+)|([^|]+)|([^|]+)")
  return wrk.format("POST", "/api/v1/complaints", head, string.format('{"customer":"%s","contact":"%s","owner":"%s","impact":2,"urgency":3,"channel":"PHONE","dimension":"delivery","verbatim":"主轴过热停机三次，夜班无人处理。Please call back."}', customer, contact, owner))
end
function done(summary, latency)
  io.write(string.format("RESULT %.1f %.2f %.2f %d %d %d\n", summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, summary.bytes / math.max(1, summary.requests),
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    summary.requests))
end
