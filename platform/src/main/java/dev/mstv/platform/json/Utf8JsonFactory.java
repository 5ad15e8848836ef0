package dev.mstv.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Takes bytes as UTF-8 and as nothing else (RFC 8259, section 8.1); the library guesses other encodings. */
final class Utf8JsonFactory extends JsonFactory {

    private static final long serialVersionUID = 1L;

    Utf8JsonFactory() {
        // The default keeps buffers by thread, and a virtual thread serves but one request.
        super(new JsonFactoryBuilder().recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool()));
    }

    @Override
    public JsonParser createParser(byte[] data) throws IOException {
        return createParser(data, 0, data.length);
    }

    @Override
    public JsonParser createParser(byte[] data, int offset, int length) throws IOException {
        CharBuffer text = decoded(ByteBuffer.wrap(data, offset, length));
        return createParser(text.array(), text.arrayOffset(), text.remaining());
    }

    /** Reads the stream to its end; what comes here is bounded by the limit of bodies. */
    @Override
    public JsonParser createParser(InputStream in) throws IOException {
        return createParser(in.readAllBytes());
    }

    private static CharBuffer decoded(ByteBuffer bytes) throws JsonParseException {
        try {
            // A new decoder reports what String's constructor would replace.
            return StandardCharsets.UTF_8.newDecoder().decode(bytes);
        } catch (CharacterCodingException e) {
            throw new JsonParseException(null, "Not UTF-8", e);
        }
    }
}
