package it.percorsi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;

/** The sentences of the architecture that a machine can check. */
class ArchitectureTests {

    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("it.percorsi");

    /** Upstream first: each may use only those before it. */
    private static final List<String> FEATURES =
            List.of(
                    "pathway",
                    "network",
                    "access",
                    "person",
                    "task",
                    "attachment",
                    "procedure",
                    "programme",
                    "agenda",
                    "notice",
                    "reminder",
                    "direct",
                    "referral",
                    "casefile",
                    "meeting",
                    "assessment",
                    "plan",
                    "intake",
                    "citizen",
                    "reception",
                    "mediation");

    @Test
    void featuresDependOnlyOnThoseUpstream() {
        for (int i = 0; i < FEATURES.size(); i++) {
            for (String downstream : FEATURES.subList(i + 1, FEATURES.size())) {
                noClasses()
                        .that()
                        .resideInAPackage("it.percorsi." + FEATURES.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("it.percorsi." + downstream + "..")
                        .check(CODE);
            }
        }
    }

    @Test
    void thereAreNoCyclesBetweenFeatures() {
        slices().matching("it.percorsi.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void modulesAreWholeAcrossTheJars() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void entitiesKnowNoSpring() {
        noClasses()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(CODE);
    }

    @Test
    void entitiesHaveVerbsAndNoSetters() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameNotStartingWith("set")
                .check(CODE);
    }

    @Test
    void rulesReadNoClockAndKnowNoCurrentUser() {
        noClasses()
                .that()
                .resideInAPackage("it.percorsi..")
                .and()
                .resideOutsideOfPackages(
                        "..web..",
                        "..persistence..",
                        "it.percorsi.site..",
                        "it.percorsi.database..",
                        "it.percorsi.demo..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.security..")
                .check(CODE);
    }

    /** Between midnight and two it is another day at Greenwich. */
    @Test
    void nobodyAsksTheMachineWhichDayItIs() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .check(new ClassFileImporter().importPackages("it.percorsi"));
    }

    @Test
    void controllersAreOfTheirPackage() {
        classes().that().areAnnotatedWith(Controller.class).should().bePackagePrivate().check(CODE);
    }

    @Test
    void pagesNeverReachForTheDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage("..web..", "it.percorsi.site..", "it.percorsi.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..persistence..",
                        "it.percorsi.database..",
                        "org.springframework.jdbc..",
                        "jakarta.persistence..")
                .check(CODE);
    }

    @Test
    void bannedWordsNameNothing() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("DTO")
                .orShould()
                .haveSimpleNameEndingWith("Mapper")
                .check(CODE);
    }

    @Test
    void servicesKeepNothingBetweenCalls() {
        fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Service.class)
                .should()
                .beFinal()
                .check(CODE);
    }

    @Test
    void everyFinderOfPersonalDataTakesTheViewer() {
        List<String> without =
                List.of(
                                "it.percorsi.person.People",
                                "it.percorsi.person.Consents",
                                "it.percorsi.access.Emergencies",
                                "it.percorsi.referral.Referrals",
                                "it.percorsi.person.Alerts",
                                "it.percorsi.person.Household",
                                "it.percorsi.casefile.CaseFiles",
                                "it.percorsi.casefile.CaseList",
                                "it.percorsi.casefile.Diary",
                                "it.percorsi.casefile.Teams",
                                "it.percorsi.casefile.Transfers",
                                "it.percorsi.casefile.Caseloads",
                                "it.percorsi.meeting.Meetings",
                                "it.percorsi.plan.Plans",
                                "it.percorsi.plan.PlanEditions",
                                "it.percorsi.attachment.Attachments",
                                "it.percorsi.assessment.Assessments",
                                "it.percorsi.assessment.SkillsReviews",
                                "it.percorsi.agenda.Agenda",
                                "it.percorsi.agenda.Waits",
                                "it.percorsi.intake.Imports",
                                "it.percorsi.reception.Contacts",
                                "it.percorsi.reception.Queue",
                                "it.percorsi.procedure.Procedures",
                                "it.percorsi.citizen.Requests",
                                "it.percorsi.task.Tasks",
                                "it.percorsi.access.Grants",
                                "it.percorsi.access.AccessTrail")
                        .stream()
                        .flatMap(port -> CODE.get(port).getMethods().stream())
                        .filter(method -> !method.getRawReturnType().getName().equals("void"))
                        .filter(method ->
                                method.getRawParameterTypes().stream()
                                        .noneMatch(type -> type.getSimpleName().equals("Actor")))
                        .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                        .sorted()
                        .toList();

        // Facts about panels, and counts of what is open: no person in them. This
        // list only shrinks.
        assertThat(without)
                .containsExactly(
                        "CaseFiles.looseEnds",
                        "Referrals.nextMinutesNumber",
                        "Referrals.panel",
                        "Referrals.panels");
    }
}
