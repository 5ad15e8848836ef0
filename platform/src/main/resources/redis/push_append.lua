-- Appends pushes to their log and wakes those who read it.
-- KEYS: the log. ARGV: how many it keeps, for how many ms, the channel, the message, then the pushes.
if redis.call('EXISTS', KEYS[1]) == 0 then
  -- So that whoever waits for the first one has a position to wait at.
  redis.call('XADD', KEYS[1], '*', 'begin', '')
end
for i = 5, #ARGV do
  redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[1], '*', 'push', ARGV[i])
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('PUBLISH', ARGV[3], ARGV[4])
return #ARGV - 4
