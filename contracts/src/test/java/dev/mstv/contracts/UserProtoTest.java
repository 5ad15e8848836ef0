package dev.mstv.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.mstv.contracts.user.CreateUserRequest;
import dev.mstv.contracts.user.GetUserRequest;
import dev.mstv.contracts.user.ListUsersRequest;
import dev.mstv.contracts.user.ListUsersResponse;
import dev.mstv.contracts.user.UserResponse;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The original's clients know these names and numbers; whoever changes one breaks them. */
class UserProtoTest {

    @Test
    void keepsTheRequestForOneUser() {
        assertThat(fields(GetUserRequest.getDescriptor())).isEqualTo("string id=1");
    }

    @Test
    void keepsTheRequestForANewUser() {
        assertThat(fields(CreateUserRequest.getDescriptor()))
                .isEqualTo("string email=1, string name=2, string password=3");
    }

    @Test
    void keepsTheRequestForAList() {
        assertThat(fields(ListUsersRequest.getDescriptor())).isEqualTo("int32 page=1, int32 limit=2");
    }

    @Test
    void keepsTheUser() {
        assertThat(fields(UserResponse.getDescriptor()))
                .startsWith("string id=1, string email=2, string name=3, string role=4, string created_at=5");
    }

    @Test
    void keepsTheList() {
        assertThat(fields(ListUsersResponse.getDescriptor())).isEqualTo("repeated message users=1, int32 total=2");
    }

    private static String fields(Descriptor message) {
        return message.getFields().stream().map(UserProtoTest::field).collect(Collectors.joining(", "));
    }

    private static String field(FieldDescriptor field) {
        return (field.isRepeated() ? "repeated " : "") + field.getType().name().toLowerCase(java.util.Locale.ROOT) + " "
                + field.getName() + "=" + field.getNumber();
    }
}
