package io.tierline.web;

import io.tierline.account.Accounts;
import io.tierline.account.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the person of the API key in {@code Authorization: Bearer ...}. An unknown key is the same
 * as none: the chain behind decides what may be had without one.
 */
class BearerKeys extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final Accounts accounts;
  private final ProblemWriter problems;

  BearerKeys(Accounts accounts, ProblemWriter problems) {
    this.accounts = accounts;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Person> known;
    try {
      known = key(request).flatMap(accounts::byKey);
    } catch (DataAccessException | TransactionException e) {
      problems.outage(response);
      return;
    }
    known.ifPresent(
        person -> {
          var authority = new SimpleGrantedAuthority("ROLE_" + person.role());
          var context = SecurityContextHolder.createEmptyContext();
          context.setAuthentication(
              UsernamePasswordAuthenticationToken.authenticated(person, null, List.of(authority)));
          SecurityContextHolder.setContext(context);
        });
    chain.doFilter(request, response);
  }

  private static Optional<String> key(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()).strip());
  }
}
