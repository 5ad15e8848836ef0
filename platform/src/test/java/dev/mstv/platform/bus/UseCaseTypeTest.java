package dev.mstv.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.mstv.platform.bus.UseCase.Access;
import org.junit.jupiter.api.Test;

class UseCaseTypeTest {

    @UseCase(value = "shop.open", access = Access.ANYONE)
    private record Open() implements Command<String> {}

    @UseCase(value = "shop.look", action = "read", subject = "Shop")
    private record Look() implements Query<String> {}

    private record Nameless() implements Query<String> {}

    @UseCase(value = "look", access = Access.ANYONE)
    private record WithoutModule() implements Query<String> {}

    @UseCase("shop.steal")
    private record WithoutAction() implements Query<String> {}

    @Test
    void takesTheModuleFromTheName() {
        assertThat(UseCaseType.of(Open.class).module()).isEqualTo("shop");
    }

    @Test
    void tellsACommandFromAQuery() {
        assertThat(UseCaseType.of(Open.class).command()).isTrue();
        assertThat(UseCaseType.of(Look.class).command()).isFalse();
    }

    @Test
    void knowsTheTypeOfTheOutcome() {
        assertThat(UseCaseType.of(Look.class).outcome()).isEqualTo(String.class);
    }

    @Test
    void refusesAMessageWithoutAName() {
        assertThatIllegalStateException().isThrownBy(() -> UseCaseType.of(Nameless.class));
    }

    @Test
    void refusesANameWithoutAModule() {
        assertThatIllegalStateException().isThrownBy(() -> UseCaseType.of(WithoutModule.class));
    }

    @Test
    void refusesAPermissionThatSaysNotForWhat() {
        assertThatIllegalStateException().isThrownBy(() -> UseCaseType.of(WithoutAction.class));
    }
}
