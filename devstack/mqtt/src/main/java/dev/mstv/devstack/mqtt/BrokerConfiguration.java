package dev.mstv.devstack.mqtt;

import java.util.Properties;

/** The broker's own file of settings. */
final class BrokerConfiguration {

    private BrokerConfiguration() {}

    /** For these ports; loopback only, and nobody is told that it runs. */
    static String of(Properties settings) {
        return """
                <?xml version="1.0"?>
                <hivemq>
                  <listeners>
                    <tcp-listener>
                      <port>%s</port>
                      <bind-address>127.0.0.1</bind-address>
                    </tcp-listener>
                %s  </listeners>
                  <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
                </hivemq>
                """.formatted(settings.getProperty("port"), settings.containsKey("tls.port") ? secured(settings) : "");
    }

    private static String secured(Properties settings) {
        String password = settings.getProperty("tls.password");
        return """
                    <tls-tcp-listener>
                      <port>%s</port>
                      <bind-address>127.0.0.1</bind-address>
                      <tls>
                        <keystore>
                          <path>%s</path>
                          <password>%s</password>
                          <private-key-password>%s</private-key-password>
                        </keystore>
                      </tls>
                    </tls-tcp-listener>
                """.formatted(settings.getProperty("tls.port"), settings.getProperty("tls.store"), password, password);
    }
}
