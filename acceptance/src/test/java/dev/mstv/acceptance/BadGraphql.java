package dev.mstv.acceptance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Documents that cannot be executed, or not in full. */
final class BadGraphql {

    private static final String PATH = "/graphql";

    private BadGraphql() {}

    /** Requests that are refused before anything is executed. */
    static Stream<Bad> requests(Account admin) {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("", "400 malformed_body");
        bodies.put("{", "400 malformed_body");
        bodies.put("null", "400 malformed_body");
        bodies.put("\"{me{id}}\"", "400 malformed_body");
        bodies.put("[{\"query\":\"{me{id}}\"}]", "400 malformed_body");
        bodies.put("[]", "400 malformed_body");
        bodies.put("{\"query\":\"{me{id}}\",\"query\":\"{me{id}}\"}", "400 malformed_body");
        bodies.put("{\"query\":\"{me{id}}\"} {}", "400 malformed_body");
        bodies.put("{}", "400 validation_failed [query:required]");
        bodies.put("{\"query\":null}", "400 validation_failed [query:required]");
        bodies.put("{\"query\":\"\"}", "400 validation_failed [query:required]");
        bodies.put("{\"query\":\"  \"}", "400 validation_failed [query:required]");
        bodies.put("{\"query\":1}", "400 wrong_type [query:wrong_type]");
        bodies.put("{\"query\":[\"{me{id}}\"]}", "400 wrong_type [query:wrong_type]");
        bodies.put("{\"query\":\"{me{id}}\",\"variables\":[]}", "400 wrong_type [variables:wrong_type]");
        bodies.put("{\"query\":\"{me{id}}\",\"variables\":\"{}\"}", "400 wrong_type [variables:wrong_type]");
        bodies.put("{\"query\":\"{me{id}}\",\"variables\":1}", "400 wrong_type [variables:wrong_type]");
        bodies.put("{\"query\":\"{me{id}}\",\"operationName\":1}", "400 wrong_type [operationName:wrong_type]");
        bodies.put("{\"query\":\"{me{id}}\",\"surprise\":1}", "400 unknown_field [surprise:unknown_field]");
        return bodies.entrySet().stream()
                .map(body -> Bad.of(Bad.shortened(body.getKey()), admin.post(PATH, body.getKey()), body.getValue()));
    }

    /** Documents that are refused, by the code of the first error; nothing of them is executed. */
    static Map<String, String> documents() {
        Map<String, String> documents = new LinkedHashMap<>();
        for (String syntax : new String[] {
            "{",
            "}",
            "{me{id}",
            "{me(){id}}",
            "query {",
            "{me{id}} extra",
            "\\u0000",
            "{me{id}}}",
            "mutation",
            "fragment",
            "{\\\"me\\\"}",
            "{users(limit:){id}}",
            "{user(id:\\\"unclosed){id}}",
            "' OR 1=1 --",
            "{me{id\\ud800}}",
            "{user(id:\\\"\\ud800\\\"){id}}"
        }) {
            documents.put(syntax, "malformed_query");
        }
        for (String invalid : new String[] {
            "{nothing}",
            "{me}",
            "{me{nothing}}",
            "{me{passwordHash}}",
            "{me{id{x}}}",
            "{user{id}}",
            "{user(id:1){id}}",
            "{user(id:null){id}}",
            "{user(id:[]){id}}",
            "{user(id:{a:1}){id}}",
            "{user(id:true){id}}",
            "{user(id:enum){id}}",
            "{user(surprise:1){id}}",
            "{users(limit:\\\"1\\\"){id}}",
            "{users(limit:1.5){id}}",
            "{users(limit:99999999999){id}}",
            "mutation{deleteUser}",
            "mutation{deleteUser(id:1)}",
            "mutation{login{access_token}}",
            "mutation{login(input:{email:\\\"a\\\"}){access_token}}",
            "mutation{login(input:{email:1,password:1}){access_token}}",
            "mutation{login(input:{email:\\\"a\\\",password:\\\"b\\\",admin:true}){access_token}}",
            "mutation{register(email:1,password:2){token}}",
            "mutation{register(input:{email:\\\"a\\\"}){token}}",
            "mutation{refreshToken(input:{}){access_token}}",
            "mutation{createUser(input:{}){id}}",
            "{order{id}}",
            "{payments{id}}",
            "mutation{cancelOrder{id}}",
            "mutation{placeOrder(input:{}){id}}",
            "mutation{placeOrder(input:{items:[]}){id}}",
            "mutation{placeOrder(input:{items:[null],paymentToken:\\\"t\\\"}){id}}",
            order("1.5"),
            order("1"),
            order("null"),
            "query Q($x:String!){user(id:$x){id}}",
            "query Q($x:Nothing){user(id:$x){id}}",
            "{user(id:$x){id}}",
            "subscription{strangers{id}}",
            "{...F} fragment F on Query{...F}",
            "{...Missing}",
            "{me{...F}} fragment F on Nothing{id}",
            "query A{me{id}} query A{me{id}}",
            "query A{me{id}} query B{me{id}}",
            "{me @surprise{id}}",
            "{a:user(id:\\\"1\\\"){id} a:user(id:\\\"2\\\"){id}}"
        }) {
            documents.put(invalid, "invalid_query");
        }
        documents.put("subscription{userEvents{id}}", "subscription_needs_websocket");
        documents.put("{" + many("a%d:users(limit:100){id email}", 20) + "}", "query_too_complex");
        documents.put("{" + many("a%d:me{id}", 600) + "}", "query_too_complex");
        documents.put("mutation{" + many("a%d:deleteUser(id:\\\"x\\\")", 1100) + "}", "query_too_complex");
        documents.put(
                "{users{id email name role createdAt updatedAt emailVerified a:id b:id c:id d:id}}",
                "query_too_complex");
        documents.put("{users(limit:1000000000){id}}", "query_too_complex");
        documents.put("{orders(limit:100){id items{sku}}}", "query_too_complex");
        documents.put(
                "{__schema{types" + "{fields{type".repeat(20) + "{name}" + "}}".repeat(20) + "}}", "invalid_query");
        return documents;
    }

    /** Documents that are executed and whose one field is refused, by its code. */
    static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String id :
                new String[] {"", "1", "-1", "abc", "null", "' OR 1=1", "\\u0000", "0190a0a0000070008000000000000000"
                }) {
            fields.put("{user(id:\\\"" + id + "\\\"){id}}", "validation_failed");
            fields.put("mutation{deleteUser(id:\\\"" + id + "\\\")}", "validation_failed");
        }
        fields.put("{users(limit:0){id}}", "validation_failed");
        fields.put("{users(limit:-1){id}}", "validation_failed");
        fields.put("{users(limit:101){id}}", "validation_failed");
        fields.put("{notifications(limit:0){id}}", "validation_failed");
        fields.put("{notifications(after:\\\"x\\\"){id}}", "validation_failed");
        fields.put("{orders(limit:0){id}}", "validation_failed");
        fields.put("{orders(after:\\\"x\\\"){id}}", "validation_failed");
        fields.put("{order(id:\\\"x\\\"){id}}", "validation_failed");
        fields.put("{payments(orderId:\\\"x\\\"){id}}", "validation_failed");
        fields.put("mutation{cancelOrder(id:\\\"x\\\"){id}}", "validation_failed");
        fields.put("mutation{cancelOrder(id:\\\"0190a0a0-0000-7000-8000-00000000000f\\\"){id}}", "order_not_found");
        fields.put("mutation{placeOrder(input:{items:[],paymentToken:\\\"t\\\"}){id}}", "validation_failed");
        fields.put(order("\\\"1,5\\\""), "validation_failed");
        fields.put(order("\\\"1.005\\\""), "validation_failed");
        fields.put(order("\\\"0\\\""), "nothing_to_pay");
        fields.put("{users(after:\\\"x\\\"){id}}", "validation_failed");
        fields.put("mutation{register{token}}", "validation_failed");
        fields.put("mutation{register(email:\\\"a\\\",password:\\\"a fine password\\\"){token}}", "validation_failed");
        fields.put(
                "mutation{register(email:\\\"g@example.com\\\",password:\\\"short\\\"){token}}", "validation_failed");
        fields.put("mutation{refreshToken(input:{refresh_token:\\\"x\\\"}){access_token}}", "invalid_token");
        fields.put(
                "mutation{createUser(input:{email:\\\"a\\\",password:\\\"a fine password\\\"}){id}}",
                "validation_failed");
        fields.put(
                "mutation{createUser(input:{email:\\\"g@example.com\\\",password:\\\"a fine password\\\",role:\\\"root\\\"}){id}}",
                "validation_failed");
        fields.put("mutation{deleteUser(id:\\\"0190a0a0-0000-7000-8000-00000000000f\\\")}", "user_not_found");
        return fields;
    }

    private static String order(String amount) {
        return "mutation{placeOrder(input:{items:[{sku:\\\"book\\\",quantity:1,unitPrice:{amount:" + amount
                + ",currency:\\\"EUR\\\"}}],paymentToken:\\\"t\\\"}){id}}";
    }

    private static String many(String format, int count) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining(" "));
    }
}
