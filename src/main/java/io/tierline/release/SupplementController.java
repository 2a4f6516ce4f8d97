package io.tierline.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierline.account.Person;
import io.tierline.policy.Fault;
import io.tierline.policy.Supplement;
import io.tierline.web.Caller;
import io.tierline.web.Problem;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes years that are added to calendars from an operator. */
@Tag(name = "Calendars")
@RestController
@RequestMapping(SupplementController.PATH)
class SupplementController {
  static final String PATH = "/api/v1/calendars/supplements";
  private static final String YAML = "application/yaml";
  private static final String EXAMPLE =
      """
      pack: acme
      agreement: demo          # whoever brings the calendar; not for one of the pack's own
      calendar: contract
      version: "2028"
      from: "2028-01-01"       # the day after the last one that is known
      to: "2028-12-31"
      holidays: {country: US, edition: 2026-11}
      """;

  private final Supplements supplements;
  private final SupplementRows rows;

  SupplementController(Supplements supplements, SupplementRows rows) {
    this.supplements = supplements;
    this.rows = rows;
  }

  /**
   * A supplement that was taken.
   *
   * @param takenAt when, UTC; null in the answer to its sending
   * @param by the id of the account that sent it; null in the answer to its sending
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SupplementView(
      String pack,
      String version,
      @Nullable String agreement,
      String calendar,
      LocalDate from,
      LocalDate to,
      @Nullable Instant takenAt,
      @Nullable String by) {}

  @Operation(
      summary = "Add years to a calendar",
      description =
          """
          For operators. In the words of calendars (`rules/README.md`): from the day after the last           one that is known, with holidays, closures, dates with hours of their own and, if they           change then, weekly hours. Every version of the pack that ends there goes on with it, and           clocks that were `unknown` get their end, also on tickets that keep an old version. What           was taken never changes. The version is its own idempotency key: the same one with the           same content may be sent again.""")
  @ApiResponse(responseCode = "201", description = "It is taken")
  @ApiResponse(responseCode = "200", description = "It was taken before")
  @ApiResponse(responseCode = "403", description = "Your key is no operator's")
  @ApiResponse(responseCode = "404", description = "There is no such pack or agreement")
  @ApiResponse(responseCode = "409", description = "The version was taken with other content")
  @ApiResponse(
      responseCode = "422",
      description =
          "A gap, dates that are known already, an unknown calendar, twelve idle months, ...:"
              + " `faults` lists where and why")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = YAML,
              schema = @Schema(type = "string"),
              examples = @ExampleObject(EXAMPLE)))
  @PostMapping(consumes = {YAML, MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE})
  ResponseEntity<SupplementView> add(
      @Caller Person person, @org.springframework.web.bind.annotation.RequestBody String document) {
    Problem.unlessOperator(person);
    return switch (supplements.take(document, person.id())) {
      case Adding.Added added ->
          (added.before() ? ResponseEntity.ok() : ResponseEntity.created(URI.create(PATH)))
              .body(view(added.supplement()));
      case Adding.Conflicting conflict -> throw refused(HttpStatus.CONFLICT, conflict.fault());
      case Adding.Missing missing -> throw refused(HttpStatus.NOT_FOUND, missing.fault());
      case Adding.Refused refused -> throw refused(HttpStatus.UNPROCESSABLE_CONTENT, refused);
    };
  }

  @Operation(
      summary = "List what was added to the calendars of a pack",
      description = "For operators. In the order of taking.")
  @ApiResponse(responseCode = "200", description = "The supplements")
  @ApiResponse(responseCode = "403", description = "Your key is no operator's")
  @GetMapping
  List<SupplementView> all(
      @Caller Person person, @Parameter(example = "acme") @RequestParam String pack) {
    Problem.unlessOperator(person);
    return rows.of(pack).stream()
        .map(
            row ->
                new SupplementView(
                    row.pack(),
                    row.version(),
                    row.agreement(),
                    row.calendar(),
                    row.from(),
                    row.to(),
                    row.takenAt(),
                    row.by()))
        .toList();
  }

  private static SupplementView view(Supplement one) {
    return new SupplementView(
        one.pack(),
        one.version(),
        one.agreement(),
        one.calendar(),
        one.from(),
        one.to(),
        null,
        null);
  }

  private static Problem refused(HttpStatus status, Fault fault) {
    return refused(status, new Adding.Refused(List.of(fault)));
  }

  private static Problem refused(HttpStatus status, Adding.Refused refused) {
    return new Problem(
            status.value(),
            "urn:tierline:refused:supplement",
            refused.faults().getFirst().reason(),
            null,
            List.of())
        .with("faults", refused.faults());
  }
}
