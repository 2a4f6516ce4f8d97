package io.tierline.stack;

import java.util.stream.Collectors;

/** What a newcomer reads when everything is up. */
record Welcome(Ports ports, Progress progress, String demonstration) {

  @Override
  public String toString() {
    return """

        Tierline is ready after %1$.0f s. Stop it with Ctrl-C; its data stay in .tierline/.

          Tierline            http://localhost:%2$d        documentation: /docs
          Tasklist            http://localhost:%3$d/tasklist
          Operate             http://localhost:%3$d/operate
                              log in as %4$s (the password is the login)
          Engine              127.0.0.1:%5$d (gRPC), http://127.0.0.1:%6$d (REST)
          Management          http://127.0.0.1:%7$d/actuator/health
          Mails that went out http://localhost:%2$d/demo/mails

          Demonstration       %8$s
          Keys                tl_demo_rafa (reseller, L1), tl_demo_rosa (reseller, L2),
                              tl_demo_bruno (another reseller, L2), tl_demo_lena (vendor, L3),
                              tl_demo_ivy (incident manager), tl_demo_olga (operator)

          Try                 curl -s -H 'Authorization: Bearer %9$s' http://localhost:%2$d/api/v1/tickets
          Four hours later    curl -s -X POST 'http://localhost:%2$d/demo/clock?by=PT4H'
        """
        .formatted(
            progress.elapsed().toMillis() / 1000.0,
            ports.of(Port.HTTP),
            ports.of(Port.WEBAPPS),
            Login.DEMONSTRATION.stream().map(Login::login).collect(Collectors.joining(", ")),
            ports.of(Port.ENGINE),
            ports.of(Port.ENGINE_REST),
            ports.of(Port.MANAGEMENT),
            demonstration,
            Demonstration.KEY);
  }
}
