package dev.mstv.platform.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Variables that stand in the contract, or stood in the original, and that nothing here reads. A switch that would turn
 * on what is not there is a fault; any other is named in one warning, so that nobody believes it does something.
 */
public final class NotInThisVersion {

    private static final List<String> SWITCHES =
            List.of("ENABLE_RABBITMQ", "ENABLE_NATS", "ENABLE_OPENTELEMETRY", "ENABLE_STORAGE", "ENABLE_COORDINATION");

    private static final List<String> VALUES = List.of(
            "MYSQL_URL",
            "RABBITMQ_URL",
            "NATS_SERVERS",
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            "JAEGER_ENDPOINT",
            "SIGNOZ_ENDPOINT",
            "DATADOG_OTLP_ENDPOINT",
            "STORAGE_PROVIDER",
            "TEMPORAL_ADDRESS",
            "UPLOAD_LIMIT",
            "OTEL_EXPORTER_OTLP_HEADERS",
            "OTEL_TRACES_SAMPLER",
            "S3_BUCKET",
            "S3_ENDPOINT",
            "AZURE_BLOB_CONTAINER",
            "GCS_BUCKET",
            "TEMPORAL_NAMESPACE",
            "TEMPORAL_TASK_QUEUE",
            "ZOOKEEPER_CONNECT",
            "DATABASE_PROVIDER",
            "PRISMA_CLIENT_ENGINE_TYPE");

    private NotInThisVersion() {}

    static void refuse(Variables variables) {
        for (String name : SWITCHES) {
            if (variables.flag(name, false)) {
                variables.fault(name, "is not part of this version, allowed is false");
            }
        }
    }

    /** The names that are set and that nothing reads. */
    public static List<String> ignored(Variables variables) {
        List<String> set = new ArrayList<>(VALUES);
        set.removeIf(name -> !variables.present(name));
        return set;
    }
}
