import java.util.Map;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * One OpenSearch node on the ports given. Run from source on the servers' class path, which the
 * project's own never sees. The runner's command line knows no port above 9299, and no setting that
 * keeps a node at work on a developer's rather full disk.
 *
 * <p>Arguments: folder, HTTP port, transport port.
 */
class OpenSearchNode {

  public static void main(String[] arguments) throws InterruptedException {
    Map<String, String> settings =
        Map.of(
            "network.host", "127.0.0.1",
            "http.port", arguments[1],
            "transport.port", arguments[2],
            "discovery.type", "single-node",
            "cluster.routing.allocation.disk.threshold_enabled", "false");
    OpenSearchRunner runner = new OpenSearchRunner();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(runner)));
    runner
        .onBuild((number, node) -> settings.forEach(node::put))
        .build(OpenSearchRunner.newConfigs().basePath(arguments[0]).numOfNode(1));
    Thread.currentThread().join();
  }

  private static void close(OpenSearchRunner runner) {
    try {
      runner.close();
    } catch (Exception e) {
      e.printStackTrace();
    }
  }
}
