package dev.mstv.platform.web;

import dev.mstv.platform.problem.Problem;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a list goes on, opaque to clients. */
public final class Cursor {

    private static final int BYTES = 16;

    private Cursor() {}

    /** The cursor after the item with this id; null at the end of the list. */
    public static @Nullable String encode(@Nullable UUID last) {
        if (last == null) {
            return null;
        }
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(last.getMostSignificantBits())
                .putLong(last.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static UUID decode(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            if (bytes.length == BYTES) {
                UUID id = new UUID(buffer.getLong(), buffer.getLong());
                if (text.equals(encode(id))) {
                    return id;
                }
            }
        } catch (IllegalArgumentException e) {
            // Told below, as any other text that is no cursor.
        }
        throw Problem.invalid("cursor", "invalid_cursor", "This cursor did not come from here.")
                .refusal();
    }
}
