package dev.mstv.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Orders that nobody can place. All values are given as JSON. */
final class BadOrders {

    private static final List<String> NO_AMOUNTS = List.of(
            "\"\"",
            "\" 1\"",
            "\"1,5\"",
            "\"1e3\"",
            "\"+1\"",
            "\"-1\"",
            "\".5\"",
            "\"1.\"",
            "\"01\"",
            "\"1000000000\"",
            "\"1.00001\"",
            "\"0x10\"",
            "\"NaN\"",
            "\"Infinity\"",
            "\"\\u0661\"",
            "\"1\\u0000\"",
            "\"1' OR '1'='1\"");
    private static final List<String> NO_CURRENCIES =
            List.of("\"\"", "\"eur\"", "\"EURO\"", "\"E\"", "\"XXX\"", "\"XAU\"", "\"ZZZ\"", "\"EUR \"", "\"\\u20ac\"");
    private static final List<String> NO_SKUS = List.of(
            "\"\"",
            "\" \"",
            "\"-book\"",
            "\"a book\"",
            "\"b\\u00f6ok\"",
            "\"a\\u0000\"",
            "\"../x\"",
            "\"';--\"",
            "\"" + "x".repeat(65) + "\"");
    private static final List<String> NO_PAYMENT_TOKENS = List.of(
            "\"\"",
            "\" \"",
            "\"tok visa\"",
            "\"tok_\\u0000\"",
            "\"tok_\\u00e9\"",
            "\"\\ud800\"",
            "\"" + "x".repeat(256) + "\"");

    private BadOrders() {}

    static Stream<Bad> rows(Account admin) {
        return Stream.of(
                        invalid(admin, "unitPrice.amount", "format", NO_AMOUNTS),
                        invalid(admin, "unitPrice.currency", "known_currency", NO_CURRENCIES),
                        invalid(admin, "sku", "format", NO_SKUS),
                        invalid(admin, "quantity", "range", List.of("0", "-1", "1001", "2147483647")),
                        NO_PAYMENT_TOKENS.stream()
                                .map(token -> Bad.of(
                                        "a bad paymentToken",
                                        bearer(admin, Orders.of("[" + Orders.item("1") + "]", token)),
                                        "400 validation_failed [paymentToken:format]")),
                        whole(admin))
                .flatMap(rows -> rows);
    }

    private static Stream<Bad> invalid(Account admin, String field, String code, List<String> values) {
        return values.stream()
                .map(value -> Bad.of(
                        "a " + field + " of " + Bad.shortened(value),
                        bearer(admin, Orders.of("[" + with(field, value) + "]", "\"tok_visa\"")),
                        "400 validation_failed [items[0]." + field + ":" + code + "]"));
    }

    private static String with(String field, String value) {
        return switch (field) {
            case "sku" -> item(value, "1", price("\"1\"", "\"EUR\""));
            case "quantity" -> item("\"book\"", value, price("\"1\"", "\"EUR\""));
            case "unitPrice.amount" -> item("\"book\"", "1", price(value, "\"EUR\""));
            default -> item("\"book\"", "1", price("\"1\"", value));
        };
    }

    private static Stream<Bad> whole(Account admin) {
        String book = item("\"book\"", "1", price("\"1\"", "\"EUR\""));
        Map<String, String> items = new LinkedHashMap<>();
        items.put("[]", "400 validation_failed [items:length]");
        items.put("[" + (book + ",").repeat(100) + book + "]", "400 validation_failed [items:length]");
        items.put("[null]", "400 validation_failed [items[0]:required]");
        items.put("{}", "400 wrong_type [items:wrong_type]");
        items.put("\"book\"", "400 wrong_type [items:wrong_type]");
        items.put("[1]", "400 wrong_type [items[0]:wrong_type]");
        items.put("[[]]", "400 wrong_type [items[0]:wrong_type]");
        items.put("[\"book\"]", "400 wrong_type [items[0]:wrong_type]");
        items.put("[" + item("1", "1", price("\"1\"", "\"EUR\"")) + "]", "400 wrong_type [items[0].sku:wrong_type]");
        items.put(
                "[" + item("\"book\"", "\"1\"", price("\"1\"", "\"EUR\"")) + "]",
                "400 wrong_type [items[0].quantity:wrong_type]");
        items.put(
                "[" + item("\"book\"", "1.5", price("\"1\"", "\"EUR\"")) + "]",
                "400 wrong_type [items[0].quantity:wrong_type]");
        items.put(
                "[" + item("\"book\"", "99999999999", price("\"1\"", "\"EUR\"")) + "]",
                "400 wrong_type [items[0].quantity:wrong_type]");
        items.put("[" + item("\"book\"", "1", "\"1 EUR\"") + "]", "400 wrong_type [items[0].unitPrice:wrong_type]");
        for (String number : List.of("1", "1.50", "1e2", "true", "{}")) {
            items.put(
                    "[" + item("\"book\"", "1", price(number, "\"EUR\"")) + "]",
                    "400 wrong_type [items[0].unitPrice.amount:wrong_type]");
        }
        items.put(
                "[{\"sku\":\"book\",\"quantity\":1,\"price\":1}]", "400 unknown_field [items[0].price:unknown_field]");
        items.put("[{\"sku\":\"book\",\"quantity\":1}]", "400 validation_failed [items[0].unitPrice:required]");
        items.put(
                "[{\"unitPrice\":{}}]",
                "400 validation_failed [items[0].quantity:required, items[0].sku:required,"
                        + " items[0].unitPrice.amount:required, items[0].unitPrice.currency:required]");
        items.put(
                "[" + item("\"book\"", "1", price("\"1.005\"", "\"EUR\"")) + "]",
                "400 validation_failed [items[0].unitPrice:not_too_precise]");
        items.put(
                "[" + item("\"book\"", "1", price("\"1.0\"", "\"JPY\"")) + "]",
                "400 validation_failed [items[0].unitPrice:not_too_precise]");
        items.put("[" + book + "," + item("\"book\"", "1", price("\"1\"", "\"JPY\"")) + "]", "422 mixed_currencies");
        items.put("[" + item("\"book\"", "1000", price("\"0.00\"", "\"EUR\"")) + "]", "422 nothing_to_pay");
        String dear = item("\"book\"", "1000", price("\"999999999\"", "\"EUR\""));
        items.put("[" + dear + "," + dear + "]", "422 total_too_high");
        return items.entrySet().stream()
                .map(row -> Bad.of(
                        "the items " + Bad.shortened(row.getKey()),
                        bearer(admin, Orders.of(row.getKey(), "\"tok_visa\"")),
                        row.getValue()));
    }

    private static Request bearer(Account admin, Request request) {
        return request.bearer(admin.accessToken());
    }

    private static String item(String sku, String quantity, String price) {
        return "{\"sku\":" + sku + ",\"quantity\":" + quantity + ",\"unitPrice\":" + price + "}";
    }

    private static String price(String amount, String currency) {
        return "{\"amount\":" + amount + ",\"currency\":" + currency + "}";
    }
}
