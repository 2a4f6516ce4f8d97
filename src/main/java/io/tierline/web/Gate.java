package io.tierline.web;

import io.tierline.account.Accounts;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Who gets in: everybody to the documentation and the health, a known key to the rest. */
@Configuration(proxyBeanMethods = false)
class Gate {

  private static final String[] OPEN = {
    "/docs",
    "/docs/**",
    "/swagger-ui/**",
    "/v3/api-docs",
    "/v3/api-docs/**",
    "/v3/api-docs.yaml",
    "/actuator/health",
    "/actuator/health/**"
  };

  @Bean
  SecurityFilterChain filterChain(HttpSecurity http, Accounts accounts, ProblemWriter problems)
      throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable) // no cookies, so nothing to forge
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(RequestCacheConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(new BearerKeys(accounts, problems), AuthorizationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(OPEN)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(
            faults ->
                faults.authenticationEntryPoint(
                    (request, response, e) -> {
                      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                      problems.write(
                          response,
                          HttpStatus.UNAUTHORIZED,
                          "Expected a known API key as 'Authorization: Bearer tl_...', but found"
                              + " none");
                    }))
        .build();
  }

  /** There are no passwords; without this bean Spring Boot would invent a user and log its own. */
  @Bean
  AuthenticationManager noPasswords() {
    return authentication -> {
      throw new BadCredentialsException("Expected an API key, but found a password");
    };
  }
}
