package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.contracts.auth.AuthResponse;
import dev.mstv.contracts.user.CreateUserRequest;
import dev.mstv.contracts.user.DeleteUserRequest;
import dev.mstv.contracts.user.GetUserRequest;
import dev.mstv.contracts.user.ListUsersRequest;
import dev.mstv.contracts.user.ListUsersResponse;
import dev.mstv.contracts.user.UpdateUserRequest;
import dev.mstv.contracts.user.UserResponse;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The original's service, and what was added to it. */
class GrpcUsersTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();
    private static final GrpcClient CLIENT = GrpcClient.of(PROCESS);
    private static GrpcClient admin;

    @BeforeAll
    static void signIn() {
        admin = CLIENT.asNew(PROCESS, "admin");
    }

    @AfterAll
    static void end() {
        CLIENT.close();
    }

    private static CreateUserRequest someone() {
        return CreateUserRequest.newBuilder()
                .setEmail("g-" + UUID.randomUUID() + "@example.com")
                .setName("Ada")
                .setPassword(GrpcClient.PASSWORD)
                .build();
    }

    private static UserResponse added() {
        return admin.users().createUser(someone());
    }

    private static GetUserRequest get(String id) {
        return GetUserRequest.newBuilder().setId(id).build();
    }

    @Test
    void aUserIsAddedAsOneWithoutRights() {
        CreateUserRequest someone = someone();
        UserResponse added = admin.users().createUser(someone);
        assertThat(List.of(added.getEmail(), added.getName(), added.getRole()))
                .containsExactly(someone.getEmail(), "Ada", "user");
    }

    @Test
    void aUserIsShown() {
        UserResponse added = added();
        assertThat(admin.users().getUser(get(added.getId()))).isEqualTo(added);
    }

    @Test
    void aUserIsChanged() {
        UserResponse added = added();
        UserResponse changed = admin.users()
                .updateUser(UpdateUserRequest.newBuilder()
                        .setId(added.getId())
                        .setName("Grace")
                        .setExpectedVersion(added.getVersion())
                        .build());
        assertThat(changed.getName() + " " + changed.getVersion()).isEqualTo("Grace " + (added.getVersion() + 1));
    }

    @Test
    void aNameIsTakenAway() {
        assertThat(admin.users()
                        .updateUser(UpdateUserRequest.newBuilder()
                                .setId(added().getId())
                                .setRemoveName(true)
                                .build())
                        .getName())
                .isEmpty();
    }

    @Test
    void aUserIsRemoved() {
        UserResponse added = added();
        assertThat(admin.users()
                        .deleteUser(DeleteUserRequest.newBuilder()
                                .setId(added.getId())
                                .build()))
                .isNotNull();
        assertThat(GrpcClient.refusal(() -> admin.users().getUser(get(added.getId()))))
                .isEqualTo("NOT_FOUND user_not_found");
    }

    @Test
    void usersAreListedWithHowManyThereAre() {
        UserResponse unused = added();
        GrpcClient seeing = admin.with("x-consistency-token", consistency());
        ListUsersResponse one = seeing.users()
                .listUsers(ListUsersRequest.newBuilder().setLimit(1).build());
        assertThat(one.getUsersCount()).isEqualTo(1);
        assertThat(one.getTotal()).isGreaterThan(1);
    }

    @Test
    void thePagesOfAListDoNotOverlap() {
        UserResponse unused = added();
        GrpcClient seeing = admin.with("x-consistency-token", consistency());
        ListUsersRequest.Builder one = ListUsersRequest.newBuilder().setLimit(1);
        assertThat(seeing.users().listUsers(one.setPage(1).build()).getUsersList())
                .doesNotContainAnyElementsOf(
                        seeing.users().listUsers(one.setPage(2).build()).getUsersList());
    }

    @Test
    void beyondTheEndOfAListIsNobody() {
        assertThat(admin.users()
                        .listUsers(ListUsersRequest.newBuilder()
                                .setPage(1000)
                                .setLimit(100)
                                .build())
                        .getUsersList())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 10, page range",
        "1001, 10, page range",
        "1, -1, limit invalid_limit",
        "1, 101, limit invalid_limit"
    })
    void aPageThatIsOutOfRangeIsRefused(int page, int limit, String violation) {
        assertThat(GrpcClient.violation(() -> admin.users()
                        .listUsers(ListUsersRequest.newBuilder()
                                .setPage(page)
                                .setLimit(limit)
                                .build())))
                .isEqualTo(violation);
    }

    @Test
    void anAddressThatIsTakenIsRefused() {
        CreateUserRequest someone = someone();
        UserResponse unused = admin.users().createUser(someone);
        assertThat(GrpcClient.refusal(() -> admin.users().createUser(someone))).isEqualTo("ALREADY_EXISTS email_taken");
    }

    @Test
    void anOldVersionIsRefused() {
        UserResponse added = added();
        assertThat(GrpcClient.refusal(() -> admin.users()
                        .deleteUser(DeleteUserRequest.newBuilder()
                                .setId(added.getId())
                                .setExpectedVersion(99)
                                .build())))
                .isEqualTo("ABORTED stale_version");
    }

    @Test
    void anIdThatIsNoneIsRefused() {
        assertThat(GrpcClient.violation(() -> admin.users().getUser(get("x")))).isEqualTo("id invalid_id");
    }

    @Test
    void aUserWhoIsNotThereIsNotFound() {
        assertThat(GrpcClient.refusal(
                        () -> admin.users().getUser(get(UUID.randomUUID().toString()))))
                .isEqualTo("NOT_FOUND user_not_found");
    }

    @Test
    void whoIsNotSignedInIsRefused() {
        assertThat(GrpcClient.refusal(() -> CLIENT.users().createUser(someone())))
                .isEqualTo("UNAUTHENTICATED unauthenticated");
    }

    @Test
    void whoMayNotIsRefused() {
        AuthResponse ada = CLIENT.signedIn(PROCESS, "user");
        assertThat(GrpcClient.refusal(
                        () -> CLIENT.as(ada.getAccessToken()).users().createUser(someone())))
                .isEqualTo("PERMISSION_DENIED forbidden");
    }

    @Test
    void whatIsNotValidIsRefusedFieldByField() {
        assertThat(GrpcClient.violation(() -> admin.users()
                        .createUser(someone().toBuilder().setEmail("nobody").build())))
                .isEqualTo("email format");
    }

    /** What was told with the last change. */
    private static String consistency() {
        return admin.answered("x-consistency-token");
    }
}
