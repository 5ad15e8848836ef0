-- Answers the position of the log's last entry. KEYS: the log. ARGV: for how many ms it is kept.
if redis.call('EXISTS', KEYS[1]) == 0 then
  redis.call('XADD', KEYS[1], '*', 'begin', '')
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
end
return {redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1][1]}
