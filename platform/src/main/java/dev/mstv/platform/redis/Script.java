package dev.mstv.platform.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisScriptingAsyncCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * A Lua script, which Redis runs as one step; see {@code resources/redis}.
 *
 * @param <T> of its answer
 */
public final class Script<T> {

    private final String text;
    private final String hash;
    private final ScriptOutputType output;

    private Script(String name, ScriptOutputType output) {
        byte[] file = file("/redis/" + name + ".lua");
        this.text = new String(file, StandardCharsets.UTF_8);
        this.hash = sha1(file);
        this.output = output;
    }

    /** One that answers texts. */
    public static Script<List<String>> texts(String name) {
        return new Script<>(name, ScriptOutputType.MULTI);
    }

    /** One that answers whole numbers. */
    public static Script<List<Long>> numbers(String name) {
        return new Script<>(name, ScriptOutputType.MULTI);
    }

    /** One that answers a whole number. */
    public static Script<Long> number(String name) {
        return new Script<>(name, ScriptOutputType.INTEGER);
    }

    /** Runs it: by its hash if the server has been given its text before. */
    CompletableFuture<T> run(
            RedisScriptingAsyncCommands<String, String> server, boolean known, String[] keys, String[] arguments) {
        RedisFuture<T> answer =
                known ? server.evalsha(hash, output, keys, arguments) : server.eval(text, output, keys, arguments);
        return answer.toCompletableFuture();
    }

    String hash() {
        return hash;
    }

    private static byte[] file(String path) {
        try (InputStream stream = Objects.requireNonNull(Script.class.getResourceAsStream(path), path)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // What Redis names scripts by; not a matter of security.
    private static String sha1(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
