package dev.mstv.platform.bus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/** A {@code boolean} that a client leaves out is false; one that is null is refused as any other wrong type is. */
final class AbsentFlags extends StdDeserializer<Boolean> {

    private static final long serialVersionUID = 1L;

    private AbsentFlags() {
        super(Boolean.TYPE);
    }

    static SimpleModule module() {
        return new SimpleModule().addDeserializer(Boolean.TYPE, new AbsentFlags());
    }

    @Override
    public Boolean deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return _parseBooleanPrimitive(parser, context);
    }

    @Override
    public Boolean getNullValue(DeserializationContext context) throws JsonMappingException {
        _verifyNullForPrimitive(context);
        return false;
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return false;
    }
}
