package dev.mstv.users.infrastructure.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.events.Happened;
import dev.mstv.users.infrastructure.directory.DirectoryEvent.Changes;
import dev.mstv.users.infrastructure.directory.DirectoryEvent.Deleted;
import dev.mstv.users.infrastructure.directory.DirectoryEvent.EmailVerified;
import dev.mstv.users.infrastructure.directory.DirectoryEvent.Registered;
import dev.mstv.users.infrastructure.directory.DirectoryEvent.Updated;
import dev.mstv.users.infrastructure.directory.Entry.Gone;
import dev.mstv.users.infrastructure.directory.Entry.Listed;
import dev.mstv.users.infrastructure.directory.Entry.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the directory makes of what happens to a user. */
class EntryTest {

    private static final UUID ID = new UUID(1, 2);
    private static final Instant FIRST = Instant.parse("2026-01-02T03:04:05Z");
    private static final Registered ADA = new Registered("Ada@example.com", "Ada", "user");

    private static Optional<Entry> after(@Nullable Entry before, long version, DirectoryEvent event) {
        return Entry.after(before, happened(version, event));
    }

    private static Happened<DirectoryEvent> happened(long version, DirectoryEvent event) {
        Envelope about = new Envelope(
                new UUID(3, version),
                "user.any",
                1,
                "users",
                ID,
                version,
                version,
                FIRST.plusSeconds(version - 1),
                "system",
                "request-1",
                null,
                null,
                ID,
                "{}");
        return new Happened<>(event, about);
    }

    private static Entry entry(DirectoryEvent... events) {
        Entry entry = null;
        for (int i = 0; i < events.length; i++) {
            entry = after(entry, i + 1, events[i]).orElseThrow();
        }
        return Objects.requireNonNull(entry);
    }

    private static Person person(DirectoryEvent... events) {
        return ((Listed) entry(events)).person();
    }

    @Test
    void someoneWhoRegistersIsInIt() {
        assertThat(person(ADA)).isEqualTo(new Person("Ada@example.com", "Ada", "user", false, FIRST, FIRST));
    }

    @Test
    void aChangeChangesWhatItNames() {
        assertThat(person(ADA, new Updated(new Changes(null, "Grace", null))))
                .isEqualTo(new Person("Ada@example.com", "Grace", "user", false, FIRST, FIRST.plusSeconds(1)));
    }

    @Test
    void aNameThatIsTakenAwayIsNone() {
        assertThat(person(ADA, new Updated(new Changes(null, "", null))))
                .extracting(Person::name)
                .isNull();
    }

    @Test
    void anAddressThatIsTypedAnotherWayStaysVerified() {
        assertThat(person(ADA, new EmailVerified(), new Updated(new Changes("ADA@example.com", null, null))))
                .extracting(Person::emailVerified)
                .isEqualTo(true);
    }

    @Test
    void anotherAddressIsNotVerified() {
        assertThat(person(ADA, new EmailVerified(), new Updated(new Changes("eve@example.com", null, null))))
                .extracting(Person::emailVerified)
                .isEqualTo(false);
    }

    @Test
    void nothingIsLeftOfWhoIsDeletedButTheVersion() {
        assertThat(entry(ADA, new Deleted())).isEqualTo(new Gone(ID, 2));
    }

    @Test
    void whatHappenedBeforeDoesNotBringThemBack() {
        Entry gone = entry(ADA, new Deleted());
        assertThat(after(gone, 1, ADA)).contains(gone);
    }

    @Test
    void whoIsErasedNeverComesIn() {
        assertThat(entry(new Registered(null, null, "user"))).isEqualTo(new Gone(ID, 1));
    }

    @Test
    void anEventIsAppliedOnce() {
        Entry now = entry(ADA, new Updated(new Changes(null, "Grace", null)));
        assertThat(after(now, 2, new Updated(new Changes(null, "Eve", null)))).contains(now);
    }

    @Test
    void eventsOfOneUserAreAppliedOnTopOfEachOther() {
        assertThat(Entry.changed(Map.of(), List.of(happened(1, ADA), happened(2, new Deleted()))))
                .isEqualTo(Map.of(ID, new Gone(ID, 2)));
    }

    @Test
    void whatChangesNothingIsNotStoredAgain() {
        assertThat(Entry.changed(Map.of(ID, entry(ADA)), List.of(happened(1, ADA))))
                .isEmpty();
    }

    @Test
    void aLaterEventOfSomeoneUnknownWaitsForTheFirst() {
        assertThat(after(null, 2, new Updated(new Changes(null, "Grace", null))))
                .isEmpty();
    }
}
