package dev.mstv.users.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.RunningProcess;
import dev.mstv.devstack.Polling;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.ConsistencyToken;
import dev.mstv.platform.bus.Transactions;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.security.Condition;
import dev.mstv.users.GetAllUsers;
import dev.mstv.users.ListUsers;
import dev.mstv.users.UserPage;
import dev.mstv.users.UserView;
import dev.mstv.users.domain.User;
import dev.mstv.users.domain.Users;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A process with some users, every one of whom is listed. */
final class ListedUsers implements AutoCloseable {

    private static final GetAllUsers EVERYONE = new GetAllUsers(null, null, 100, null);

    private final List<User> users;
    private final ApplicationContext process;
    private final ConsistencyToken stored;

    ListedUsers(Map<String, String> environment, List<User> users) {
        this.users = users;
        this.process = RunningProcess.start(environment);
        CallContext call = CallContext.ofProcess();
        boolean unused = call.call(() -> {
            users.forEach(this::store);
            return true;
        });
        this.stored = call.receipt().consistencyToken().orElseThrow();
        assertThat(Polling.until(Duration.ofMinutes(1), this::areListed)).isTrue();
    }

    private void store(User user) {
        Users all = process.getBean(Users.class);
        assertThat(process.getBean(Transactions.class).inTransaction("users", () -> all.add(user)))
                .isTrue();
    }

    // The first events of a process that has just started may take longer than a reader waits.
    private boolean areListed() {
        try {
            return page(EVERYONE, Condition.always()).items().size() == users.size();
        } catch (Refusal behind) {
            return false;
        }
    }

    /** Those of the first hundred that meet a condition. */
    List<UserView> visible(Condition condition) {
        return page(EVERYONE, condition).items();
    }

    Page<UserView> page(GetAllUsers query, Condition visible) {
        return process.getBean(Directory.class).page(query, visible, stored);
    }

    UserPage page(ListUsers query, Condition visible) {
        return process.getBean(Directory.class).page(query, visible, stored);
    }

    @Override
    public void close() {
        process.close();
    }
}
