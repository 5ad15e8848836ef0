package dev.mstv.platform.bus;

import dev.mstv.platform.problem.FieldError;
import dev.mstv.platform.problem.Problem;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.validation.validator.Validator;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Refuses a message whose components break their Bean Validation constraints, naming each one. */
@Singleton
final class Validate implements Stage {

    private final Validator validator;

    Validate(Validator validator) {
        this.validator = validator;
    }

    @Override
    public Step around(UseCaseType type, Step next) {
        if (!validator.getConstraintsForClass(type.message()).isBeanConstrained()) {
            return next;
        }
        return (message, context) -> {
            Set<? extends ConstraintViolation<?>> violations = validator.validate(message);
            if (!violations.isEmpty()) {
                throw Problem.invalid(errors(violations)).refusal();
            }
            return next.run(message, context);
        };
    }

    private static List<FieldError> errors(Set<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(Validate::error)
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::code))
                .toList();
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        // An element of a list is called by its index alone, as everywhere.
        String field = violation.getPropertyPath().toString().replace("<list element>", "");
        return new FieldError(field, code(constraint), field + " " + violation.getMessage());
    }

    private static String code(String constraint) {
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "Size" -> "length";
            case "Pattern", "Email" -> "format";
            case "Min", "Max", "Positive", "PositiveOrZero" -> "range";
            default -> NameUtils.underscoreSeparate(constraint).toLowerCase(Locale.ROOT);
        };
    }
}
