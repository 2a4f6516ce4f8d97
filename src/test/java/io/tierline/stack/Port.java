package io.tierline.stack;

/** The ports of the stack and where they are unless moved; all but the first on loopback only. */
public enum Port {
  HTTP("http", 8080, "Tierline"),
  MANAGEMENT("management", 8081, "Tierline's management"),
  MAIL("mail", 3025, "the mail catcher"),
  POSTGRES("postgres", 15432, "PostgreSQL"),
  KAFKA("kafka", 9092, "Kafka"),
  KAFKA_CONTROLLER("kafka-controller", 9093, "Kafka's controller"),
  OPENSEARCH("opensearch", 9241, "OpenSearch"),
  OPENSEARCH_TRANSPORT("opensearch-transport", 9341, "OpenSearch's transport"),
  ENGINE("engine", 26500, "the engine's gRPC"),
  ENGINE_COMMANDS("engine-commands", 26501, "the engine's commands"),
  ENGINE_INTERNAL("engine-internal", 26502, "the engine's cluster"),
  ENGINE_REST("engine-rest", 8089, "the engine's REST"),
  ENGINE_MANAGEMENT("engine-management", 9600, "the engine's management"),
  WEBAPPS("webapps", 8088, "Operate and Tasklist"),
  WEBAPPS_CLUSTER("webapps-cluster", 26503, "the gateway of Operate and Tasklist"),
  WEBAPPS_MANAGEMENT("webapps-management", 9601, "the management of Operate and Tasklist");

  private final String key;
  private final int standard;
  private final String title;

  Port(String key, int standard, String title) {
    this.key = key;
    this.standard = standard;
    this.title = title;
  }

  int standard() {
    return standard;
  }

  String title() {
    return title;
  }

  /** The system property that moves it. */
  String property() {
    return "tierline.ports." + key;
  }
}
