package dev.mstv.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mstv.platform.json.StrictJson;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.jackson.ObjectMapperFactory;
import jakarta.inject.Singleton;

/** The framework reads and writes JSON as we do. */
@Factory
final class JsonBean {

    @Singleton
    @Primary
    @Replaces(factory = ObjectMapperFactory.class, bean = ObjectMapper.class)
    ObjectMapper mapper() {
        return StrictJson.builder().build();
    }
}
