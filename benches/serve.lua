-- What wrk sends: the bodies of the file BODIES, one a line, in turn. Where PAUSE is given, a connection rests between two
-- requests, so many milliseconds in the mean (exponentially distributed, so that arrivals do not keep step).
local bodies = {}
for line in io.lines(os.getenv("BODIES")) do bodies[#bodies + 1] = line end
local pause = tonumber(os.getenv("PAUSE") or "0")
local headers = { ["Content-Type"] = "application/json" }
local turn = 0

request = function()
    turn = turn % #bodies + 1
    return wrk.format("POST", os.getenv("TARGET"), headers, bodies[turn])
end

if pause > 0 then
    delay = function() return math.floor(-pause * math.log(1 - math.random()) + 0.5) end
end

done = function(summary, latency)
    local failed = summary.errors
    io.write(string.format(
        'RESULT {"requests": %d, "seconds": %f, "p50": %f, "p99": %f, "refused": %d, "broken": %d}\n',
        summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
        failed.status, failed.connect + failed.read + failed.write + failed.timeout))
end
