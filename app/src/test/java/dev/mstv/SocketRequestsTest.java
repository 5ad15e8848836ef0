package dev.mstv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.auth.SignedIn;
import io.micronaut.context.ApplicationContext;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Use cases over a socket: answered by id, refused by the same codes as everywhere. */
class SocketRequestsTest {

    private static final ApplicationContext PROCESS = RunningProcess.monolith();
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private SignedIn ada;
    private SocketClient client;

    @BeforeEach
    void connect() {
        ada = Accounts.someone(PROCESS);
        client = SocketClient.of(PROCESS, ada.accessToken());
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    private static String query(String id) {
        return "{'event':'query','id':'q','data':{'name':'users.get_user','payload':{'id':'" + id + "'}}}";
    }

    private String rename(String more) {
        return "{'event':'command','id':'c','data':{'name':'users.update_user','payload':{'id':'"
                + ada.user().id() + "','name':'Ada'}" + more + "}}";
    }

    @Test
    void aQueryIsAnswered() {
        JsonNode answer = client.ask(query(ada.user().id().toString()));
        assertThat(answer.toString()).contains(ada.user().email());
        assertThat(answer.path("event").asText()).isEqualTo("query");
        assertThat(answer.path("id").asText()).isEqualTo("q");
    }

    @Test
    void aCommandIsCarriedOut() {
        JsonNode answer = client.ask(rename(""));
        assertThat(answer.path("success").asBoolean()).as(answer.toString()).isTrue();
        assertThat(answer.path("consistencyToken").asText()).startsWith("users-");
        assertThat(answer.path("requestId").asText()).isNotEmpty();
    }

    @Test
    void aCommandWithTheSameKeyIsCarriedOutOnce() {
        String once = rename(",'idempotencyKey':'" + UUID.randomUUID() + "'");
        JsonNode first = client.ask(once);
        JsonNode second = client.ask(once);
        assertThat(second.path("idempotencyReplayed").asBoolean()).isTrue();
        assertThat(second.path("data")).isEqualTo(first.path("data"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'event':'query','data':{'name':'users.none','payload':{}}} | unknown_use_case",
                "{'event':'query','data':{'payload':{}}} | validation_failed",
                "{'event':'query','data':{'name':'users.get_user','payload':{'id':'x'}}} | validation_failed",
                "{'event':'query','data':{'name':'users.get_user','payload':{}}} | validation_failed",
                "{'event':'query','data':{'name':'users.get_user','payload':{'what':1}}} | unknown_field",
                "{'event':'command','data':{'name':'users.get_user','payload':{}}} | unknown_use_case",
                "{'event':'command','data':{'name':'users.update_user','payload':{'removeName':null}}} | wrong_type",
                "{'event':'command','data':{'name':'users.update_user','payload':{'removeName':'no'}}} | wrong_type",
                "{'event':'command','data':{'name':'auth.logout','idempotencyKey':'a b'}} | validation_failed",
                "{'event':'query','data':{'name':'users.get_user','consistencyToken':'?'}} | validation_failed",
                "{'event':'dance'} | unknown_event",
                "{'event':'ping','what':1} | unknown_field",
                "{'event':'ping','event':'ping'} | malformed_body",
                "{'data':{}} | validation_failed",
                "{'event':'message'} | validation_failed",
                "[] | malformed_body",
                "null | malformed_body",
                "hello | malformed_body"
            })
    void whatIsWrongIsNamed(String frame, String code) {
        JsonNode answer = client.ask(frame);
        assertThat(answer.path("success").asBoolean()).isFalse();
        assertThat(answer.path("error").path("code").asText()).isEqualTo(code);
    }

    @Test
    void whoMayNotIsRefused() {
        SignedIn bob = Accounts.someone(PROCESS);
        assertThat(client.ask(query(bob.user().id().toString()))
                        .path("error")
                        .path("code")
                        .asText())
                .isEqualTo("forbidden");
    }

    @Test
    void bytesAreRefused() {
        client.bytes(new byte[] {1});
        assertThat(client.next("error").path("error").path("code").asText()).isEqualTo("malformed_body");
    }

    @Test
    void aRefusalDoesNotEndTheConversation() {
        JsonNode unused = client.ask("hello");
        assertThat(client.ask("{'event':'ping','id':'7'}").path("event").asText())
                .isEqualTo("pong");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 9_000, 70_000, 900_000})
    void howeverLongAMessageIsItComesBack(int length) {
        assertThat(client.ask("{'event':'message','data':{'text':'" + "x".repeat(length) + "'}}")
                        .path("data")
                        .path("text")
                        .asText())
                .hasSize(length);
    }

    @Test
    void aMessageComesBack() {
        assertThat(client.ask("{'event':'message','data':{'text':'hi'}}")
                        .path("data")
                        .path("text")
                        .asText())
                .isEqualTo("hi");
    }

    @Test
    void theTraceOfAFrameGoesOn() {
        assertThat(client.ask("{'event':'dance','traceparent':'00-" + TRACE + "-b7ad6b7169203331-01'}")
                        .path("error")
                        .path("traceId")
                        .asText())
                .isEqualTo(TRACE);
    }

    @Test
    void manyAtOnceAreAllAnswered() {
        Set<String> answered = new HashSet<>();
        String frame = query(ada.user().id().toString());
        for (int i = 0; i < 100; i++) {
            client.say(frame.replace("'q'", "'" + i + "'"));
        }
        for (int i = 0; i < 100; i++) {
            answered.add(client.next("query").path("id").asText());
        }
        assertThat(answered).hasSize(100);
    }
}
