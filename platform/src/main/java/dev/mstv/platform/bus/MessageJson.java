package dev.mstv.platform.bus;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.mstv.platform.json.StrictJson;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages and outcomes as JSON; the cases of a sealed outcome are told apart by their simple names, never a class. */
final class MessageJson {

    private MessageJson() {}

    static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .annotationIntrospector(new SealedCases())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** For what clients write. */
    static ObjectMapper strictMapper() {
        return StrictJson.builder()
                .annotationIntrospector(new SealedCases())
                .addModule(AbsentFlags.module())
                .build();
    }

    private static final class SealedCases extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable TypeResolverBuilder<?> findTypeResolver(
                MapperConfig<?> config, AnnotatedClass type, JavaType baseType) {
            if (!caseOfSealed(baseType.getRawClass())) {
                return super.findTypeResolver(config, type, baseType);
            }
            return new StdTypeResolverBuilder()
                    .init(JsonTypeInfo.Id.NAME, null)
                    .inclusion(JsonTypeInfo.As.PROPERTY)
                    .typeProperty("case");
        }

        @Override
        public @Nullable List<NamedType> findSubtypes(Annotated type) {
            Class<?> raw = type.getRawType();
            return outcome(raw)
                    ? Arrays.stream(raw.getPermittedSubclasses())
                            .map(permitted -> new NamedType(permitted, permitted.getSimpleName()))
                            .toList()
                    : super.findSubtypes(type);
        }

        private static boolean caseOfSealed(Class<?> raw) {
            return outcome(raw)
                    || (raw.isRecord() && Arrays.stream(raw.getInterfaces()).anyMatch(SealedCases::outcome));
        }

        private static boolean outcome(Class<?> raw) {
            return raw.isInterface() && raw.isSealed();
        }
    }
}
