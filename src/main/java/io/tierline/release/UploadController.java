package io.tierline.release;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierline.account.Person;
import io.tierline.policy.Fault;
import io.tierline.policy.Pack;
import io.tierline.policy.PackFiles;
import io.tierline.web.Caller;
import io.tierline.web.Problem;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Takes a version of a pack from an operator: tables and policy.yaml, never rules. */
@Tag(name = "Policies")
@RestController
@RequestMapping("/api/v1/policies")
class UploadController {
  private final SentFiles sent;
  private final Intake intake;
  private final StoredPacks packs;

  UploadController(SentFiles sent, Intake intake, StoredPacks packs) {
    this.sent = sent;
    this.intake = intake;
    this.packs = packs;
  }

  /** What is sent. */
  record PackForm(
      @Schema(description = "policy.yaml and every table (*.dmn), by their plain names")
          List<MultipartFile> files) {}

  @Operation(
      summary = "Upload a version of a pack",
      description =
          """
          For operators. A whole version: policy.yaml, which names the pack and the version, and \
          every table. Rule files can't be uploaded; those of the version before stay in force. \
          It becomes active on every instance; tickets under way keep their version. The version \
          is its own idempotency key: the same one with the same content may be sent again.""")
  @ApiResponse(responseCode = "201", description = "It is taken and active")
  @ApiResponse(responseCode = "200", description = "It was taken before; `active` says what holds")
  @ApiResponse(responseCode = "400", description = "Not the files of a pack; `faults` lists why")
  @ApiResponse(responseCode = "403", description = "Your key is no operator's")
  @ApiResponse(responseCode = "409", description = "The version was taken with other content")
  @ApiResponse(responseCode = "413", description = "Larger than this server takes")
  @ApiResponse(responseCode = "415", description = "No multipart/form-data")
  @ApiResponse(
      responseCode = "422",
      description = "It doesn't compile or isn't complete; `faults` lists where and why")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
              schema = @Schema(implementation = PackForm.class)))
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Uploaded> upload(@Caller Person person, MultipartHttpServletRequest request) {
    Problem.unlessOperator(person);
    return switch (sent.sort(request)) {
      case Upload.Sorted sorted -> answer(intake.take(sorted.pack(), Origin.uploadedBy(person)));
      case Upload.Unfit unfit -> throw refused(HttpStatus.BAD_REQUEST, "upload", unfit.faults());
      case Upload.TooLarge large ->
          throw refused(HttpStatus.CONTENT_TOO_LARGE, "upload", large.faults());
    };
  }

  private ResponseEntity<Uploaded> answer(Taking taking) {
    return switch (taking) {
      case Taking.Taken taken ->
          ResponseEntity.created(URI.create("/api/v1/policies/" + taken.pack()))
              .body(uploaded(taken.pack(), taken.version(), taken.files()));
      case Taking.Known known ->
          ResponseEntity.ok(uploaded(known.pack(), known.version(), known.files()));
      case Taking.Overtaken old ->
          ResponseEntity.ok(uploaded(old.pack(), old.version(), old.files()));
      case Taking.Conflicting conflict ->
          throw refused(HttpStatus.CONFLICT, "version", conflict.faults());
      case Taking.Refused refused ->
          throw refused(HttpStatus.UNPROCESSABLE_CONTENT, "pack", refused.faults());
    };
  }

  private Uploaded uploaded(String pack, String version, PackFiles files) {
    String active = packs.active(pack).map(Pack::version).orElse(null);
    return Uploaded.of(pack, version, active, files);
  }

  private static Problem refused(HttpStatus status, String type, List<Fault> faults) {
    String first = faults.getFirst().reason();
    String reason =
        faults.size() == 1
            ? first
            : "Expected no faults, but found %d; the first: %s".formatted(faults.size(), first);
    return new Problem(status.value(), "urn:tierline:refused:" + type, reason, null, List.of())
        .with("faults", faults);
  }
}
