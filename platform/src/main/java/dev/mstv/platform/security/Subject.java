package dev.mstv.platform.security;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an ability is checked on.
 *
 * @param type the name that policies use, such as {@code User}
 * @param attributes the value of an attribute that a condition names; null if it has none
 */
public record Subject(String type, Function<String, @Nullable Object> attributes) {}
