package io.tierline.stack;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What only the demonstration has, for callers on this machine: {@code POST /demo/clock?by=PT4H}
 * moves the server's clock, {@code GET /demo/clock} reads it, {@code GET /demo/mails} shows the
 * mails that went out.
 */
@TestConfiguration(proxyBeanMethods = false)
@ConditionalOnProperty("tierline.demonstration")
class DemonstrationPages {

  record Shown(Instant now, Duration ahead) {}

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityFilterChain demonstrationGate(HttpSecurity http) throws Exception {
    return http.securityMatcher("/demo/**")
        .csrf(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  RouterFunction<ServerResponse> demonstrationRoutes(MovableClock clock, MailCatcher mail) {
    return RouterFunctions.route()
        .GET("/demo/clock", request -> ServerResponse.ok().body(shown(clock)))
        .POST("/demo/clock", request -> move(clock, request))
        .GET("/demo/mails", request -> ServerResponse.ok().body(mail.mails()))
        .filter(DemonstrationPages::onlyFromHere)
        .build();
  }

  private static ServerResponse move(MovableClock clock, ServerRequest request) {
    String by = request.param("by").orElse("");
    try {
      clock.forward(Duration.parse(by));
      return ServerResponse.ok().body(shown(clock));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return ServerResponse.badRequest()
          .body(
              Map.of(
                  "detail",
                  "Expected ?by= with a duration forward such as PT4H, but found \"%s\"."
                      .formatted(by)));
    }
  }

  private static ServerResponse onlyFromHere(
      ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
    return local(request.servletRequest().getRemoteAddr())
        ? next.handle(request)
        : ServerResponse.status(HttpStatus.NOT_FOUND).build();
  }

  private static boolean local(String address) throws UnknownHostException {
    return InetAddress.getByName(address).isLoopbackAddress();
  }

  private static Shown shown(MovableClock clock) {
    return new Shown(clock.instant(), clock.ahead());
  }
}
