package io.tierline.stack;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Operate and Tasklist in one process, apart from the engine: with the engine in it, its login
 * would guard the engine's REST too, and Tasklist's own assigning fails there.
 */
public final class Webapps extends Part {

  private static final String USERS = "operate-user-1.2.0_";
  private static final String USERS_OF_TASKLIST_ALONE = "tasklist-user-1.4.0_";
  private static final String LIST = "tasklist-list-view-8.6.0_";

  Webapps(Place place, Ports ports) {
    super("webapps", "Operate and Tasklist", place, ports);
  }

  @Override
  List<Port> listens() {
    return List.of(Port.WEBAPPS, Port.WEBAPPS_CLUSTER, Port.WEBAPPS_MANAGEMENT);
  }

  @Override
  List<Class<? extends Part>> needs() {
    return List.of(OpenSearch.class);
  }

  /** Tasklist alone: nothing is tested through Operate. */
  @Override
  Optional<Service> service() {
    return Optional.of(Service.of("tasklist", Map.of(Port.WEBAPPS, 8080)));
  }

  @Override
  List<String> command() {
    return Engine.camunda(
        place, "io.camunda.application.StandaloneCamunda", "-Xmx768m", STARTS_SOONER);
  }

  @Override
  Map<String, String> environment() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("SPRING_PROFILES_ACTIVE", "operate,tasklist,auth");
    settings.put("SERVER_ADDRESS", "127.0.0.1");
    settings.put("SERVER_PORT", String.valueOf(ports.of(Port.WEBAPPS)));
    settings.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
    settings.put("MANAGEMENT_SERVER_PORT", String.valueOf(ports.of(Port.WEBAPPS_MANAGEMENT)));
    // They carry a gateway of their own, which listens everywhere unless told.
    settings.put("ZEEBE_GATEWAY_CLUSTER_HOST", "127.0.0.1");
    settings.put("ZEEBE_GATEWAY_CLUSTER_PORT", String.valueOf(ports.of(Port.WEBAPPS_CLUSTER)));
    settings.put("ZEEBE_GATEWAY_CLUSTER_INITIALCONTACTPOINTS", ports.local(Port.ENGINE_INTERNAL));
    settings.put("CAMUNDA_DATABASE_TYPE", "opensearch");
    settings.put("CAMUNDA_DATABASE_URL", ports.http(Port.OPENSEARCH));
    for (String application : List.of("CAMUNDA_OPERATE_", "CAMUNDA_TASKLIST_")) {
      settings.put(application + "DATABASE", "opensearch");
      settings.put(application + "OPENSEARCH_URL", ports.http(Port.OPENSEARCH));
      settings.put(application + "ZEEBEOPENSEARCH_URL", ports.http(Port.OPENSEARCH));
      settings.put(application + "ZEEBE_GATEWAYADDRESS", ports.local(Port.ENGINE));
      settings.put(application + "CSRFPREVENTIONENABLED", "false");
      // Plain OpenSearch has no index management, and the archiver would not start without it.
      settings.put(application + "ARCHIVERENABLED", "false");
    }
    if (!underLoad()) {
      // Five seconds by default: whoever waits for a task waits for this, in tests and
      // demonstrations.
      settings.put("CAMUNDA_TASKLIST_IMPORTER_READERBACKOFF", "1000");
    }
    settings.put("CAMUNDA_TASKLIST_ZEEBE_RESTADDRESS", ports.http(Port.ENGINE_REST));
    settings.put("ATOMIX_LOG_LEVEL", "warn");
    return settings;
  }

  /** Answers when the demonstration's people can log in, which makes them on the first start. */
  @Override
  boolean answers() throws Exception {
    if (!mayLogIn("demo")) {
      return false;
    }
    takeWholeSeconds();
    for (Login login : Login.DEMONSTRATION) {
      admit(login);
    }
    return true;
  }

  /**
   * Tasklist 8.6.0 writes an instant that falls on a whole second without its milliseconds, into a
   * field that demands them; the search engine refuses the document, and no task is imported any
   * more (camunda/camunda#27237). An instant that it can't read is now kept and only not sorted by.
   * From 8.6.8 on, as containers have it, it is mended: that one needs this no more and may refuse
   * it.
   */
  private void takeWholeSeconds() throws IOException, InterruptedException {
    Map<String, Object> date =
        Map.of("type", "date", "format", "date_time || epoch_millis", "ignore_malformed", true);
    Map<String, Object> dates = new LinkedHashMap<>();
    for (String field : List.of("creationTime", "completionTime", "dueDate", "followUpDate")) {
      dates.put(field, date);
    }
    var answer =
        Http.put(
            ports.http(Port.OPENSEARCH) + "/" + LIST + "/_mapping",
            new JsonMapper().writeValueAsString(Map.of("properties", dates)));
    if (answer.statusCode() >= 300 && !(contained() && answer.statusCode() == 400)) {
      throw new IOException(answer.body());
    }
  }

  private boolean mayLogIn(String login) throws IOException, InterruptedException {
    String query = "/api/login?username=%s&password=%s".formatted(login, login);
    return Http.post(address() + query, "").statusCode() == 204;
  }

  private void admit(Login login) throws IOException, InterruptedException {
    if (mayLogIn(login.login())) {
      return;
    }
    Map<String, Object> user =
        Map.of(
            "id", login.login(),
            "userId", login.login(),
            "displayName", login.name(),
            "password", "{bcrypt}" + new BCryptPasswordEncoder(4).encode(login.login()),
            "roles", List.of("OWNER"));
    String users = contained() ? USERS_OF_TASKLIST_ALONE : USERS;
    String document = "/%s/_doc/%s?refresh=true".formatted(users, login.login());
    var answer =
        Http.put(ports.http(Port.OPENSEARCH) + document, new JsonMapper().writeValueAsString(user));
    if (answer.statusCode() >= 300) {
      throw new IOException(answer.body());
    }
  }

  /** The address of both. */
  public String address() {
    return ports.http(Port.WEBAPPS);
  }
}
