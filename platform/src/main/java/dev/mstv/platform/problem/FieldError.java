package dev.mstv.platform.problem;

/**
 * One input field that was refused.
 *
 * @param field path of the field, as the caller wrote it ({@code email}, {@code items[2].sku})
 * @param code what is wrong, stable, snake_case
 * @param message what is wrong, for a person
 */
public record FieldError(String field, String code, String message) {}
