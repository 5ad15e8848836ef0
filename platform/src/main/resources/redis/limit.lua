-- Counts a request in its caller's window, which begins with its first request.
-- KEYS: of the window. ARGV: the length of a window in ms. Answers how many there were, and the ms until the window ends.
local used = redis.call('INCR', KEYS[1])
if used == 1 then
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
end
return {used, redis.call('PTTL', KEYS[1])}
