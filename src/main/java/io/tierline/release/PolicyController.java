package io.tierline.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierline.account.Person;
import io.tierline.policy.Pack;
import io.tierline.policy.PackFiles;
import io.tierline.web.Caller;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Which packs there are, for anybody with an account; their files for the parties to agreements and
 * for operators.
 */
@Tag(name = "Policies")
@RestController
@RequestMapping("/api/v1/policies")
class PolicyController {
  private final PackRows rows;
  private final StoredPacks packs;
  private final Refusals refusals;
  private final Concern concern;

  PolicyController(PackRows rows, StoredPacks packs, Refusals refusals, Concern concern) {
    this.rows = rows;
    this.packs = packs;
    this.refusals = refusals;
    this.concern = concern;
  }

  /**
   * A pack and its versions.
   *
   * @param active the version that new tickets follow on this instance; null if none was ever taken
   * @param versions the newest first, each with where it came from
   * @param lastRefusal why what lies in this instance's folder is not taken; null if it is, and for
   *     whom it doesn't concern
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Policy(
      String pack,
      @Nullable String active,
      List<PackVersion> versions,
      Refusals.@Nullable Refusal lastRefusal) {}

  @Operation(summary = "List the packs")
  @GetMapping
  List<Policy> all(@Caller Person person) {
    TreeSet<String> names = new TreeSet<>(refusals.packs());
    rows.newest().forEach(newest -> names.add(newest.pack()));
    return names.stream().map(name -> policy(person, name)).toList();
  }

  @Operation(summary = "Read a pack, its versions and why a newer one was refused")
  @GetMapping("/{pack}")
  Policy one(@Caller Person person, @PathVariable String pack) {
    Policy policy = policy(person, pack);
    if (policy.versions().isEmpty() && policy.lastRefusal() == null) {
      throw unknown("a pack", pack).get();
    }
    return policy;
  }

  @Operation(summary = "Read the files of one version")
  @GetMapping("/{pack}/versions/{version}/files")
  Map<String, String> files(
      @Caller Person person, @PathVariable String pack, @PathVariable String version) {
    return concern
        .files(person, pack, version)
        .map(PackFiles::files)
        .orElseThrow(unknown("a version", pack + "@" + version));
  }

  /** Refusals quote the pack's files, and versions name people: for its parties and operators. */
  private Policy policy(Person person, String pack) {
    String active = packs.active(pack).map(Pack::version).orElse(null);
    List<PackVersion> versions = rows.versions(pack);
    return concern.of(person, pack)
        ? new Policy(pack, active, versions, refusals.of(pack).orElse(null))
        : new Policy(pack, active, versions.stream().map(PackVersion::withoutName).toList(), null);
  }

  static Supplier<ErrorResponseException> unknown(String what, String name) {
    return () -> {
      ProblemDetail problem =
          ProblemDetail.forStatusAndDetail(
              HttpStatus.NOT_FOUND,
              "Expected %s that was taken, but there is no '%s'".formatted(what, name));
      problem.setType(URI.create("urn:tierline:unknown:policy"));
      return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
    };
  }
}
