-- Appends pushes to their log and wakes those who read it. Each says after which it comes, so that a reader sees whether
-- some in between are gone. What is too old goes, but for the last one, which tells where the next belongs.
-- KEYS: the log. ARGV: how many it keeps, for how many ms, the channel, the message, then the pushes.
local last
if redis.call('EXISTS', KEYS[1]) == 0 then
  -- So that whoever waits for the first one has a position to wait at.
  last = redis.call('XADD', KEYS[1], '*', 'begin', '')
else
  last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1][1]
  local now = redis.call('TIME')
  local oldest = tonumber(now[1]) * 1000 + math.floor(tonumber(now[2]) / 1000) - tonumber(ARGV[2])
  if tonumber(string.match(last, '^%d+')) < oldest then
    redis.call('XTRIM', KEYS[1], 'MINID', last)
  else
    redis.call('XTRIM', KEYS[1], 'MINID', string.format('%.0f', oldest))
  end
end
for i = 5, #ARGV do
  last = redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[1], '*', 'push', ARGV[i], 'after', last)
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('PUBLISH', ARGV[3], ARGV[4])
return #ARGV - 4
