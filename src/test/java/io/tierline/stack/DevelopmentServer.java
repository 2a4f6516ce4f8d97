package io.tierline.stack;

import io.tierline.Tierline;
import io.tierline.account.Accounts;
import io.tierline.ticket.Door;
import io.tierline.ticket.Tickets;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The server on the developer's own stack, with the demonstration. */
public final class DevelopmentServer {

  private DevelopmentServer() {}

  /** Starts the stack, then the server, then says where everything is. */
  public static void run(String[] arguments) {
    Progress progress = new Progress(System.out);
    Ports ports = Ports.standard();
    Place place = Place.development();
    LocalStack stack = new LocalStack(place, ports, progress, Way.LOCAL);
    stack.claim();
    ports.expectFree(List.of(Port.values()));
    stack.start();
    progress.says("Tierline", "starting");
    ApplicationContext server = server(stack).run(arguments);
    progress.says("Tierline", "ready on port " + ports.of(Port.HTTP));
    System.out.println(new Welcome(ports, progress, demonstrate(server, place)));
  }

  private static SpringApplication server(LocalStack stack) {
    SpringApplication server = new SpringApplication(Tierline.class, DemonstrationPages.class);
    Ports ports = stack.ports();
    server.addInitializers(
        new StackInitializer(stack),
        context ->
            TestPropertyValues.of(
                    "tierline.notice.url=http://localhost:" + ports.of(Port.HTTP),
                    "server.port=" + ports.of(Port.HTTP),
                    "management.server.port=" + ports.of(Port.MANAGEMENT))
                .applyTo((ConfigurableApplicationContext) context));
    server.setDefaultProperties(
        Map.of(
            "tierline.demonstration", "true",
            "spring.main.banner-mode", "off",
            // Its keys are published, so it is for people on this machine.
            "server.address", "127.0.0.1",
            "logging.level.root", "warn",
            "logging.level.io.tierline.release", "info",
            "logging.level.org.apache.kafka", "error",
            "logging.level.org.springdoc", "error"));
    return server;
  }

  private static String demonstrate(ApplicationContext server, Place place) {
    Door door = server.getBeanProvider(Door.class).getIfAvailable();
    Tickets tickets = server.getBeanProvider(Tickets.class).getIfAvailable();
    Accounts accounts = server.getBeanProvider(Accounts.class).getIfAvailable();
    if (door == null || tickets == null || accounts == null) {
      return "none, for this build has no door yet";
    }
    MovableClock clock = server.getBean(MovableClock.class);
    return new Demonstration(door, tickets, accounts, clock, place.note("demonstration")).begin();
  }
}
