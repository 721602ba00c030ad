package com.lianxing.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.lianxing.access.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.jspecify.annotations.Nullable;

/** What a diagram must keep so that the engine runs it, people read it, and the code finds what it names. */
final class DiagramRules {

    /** What a diagram may refer to. */
    record Surroundings(
            Set<String> delegates, Set<String> processes, Set<String> decisions, Set<String> forms, JsonNode names) {}

    private static final String DEPLOYMENT = "deployment";
    private static final Pattern LISTENER = Pattern.compile("\\$\\{(\\w+Listener)}");
    private static final Pattern DELEGATE = Pattern.compile("\\$\\{(\\w+Delegate)}");
    private static final Pattern TOPIC = Pattern.compile("[a-z]+\\.[a-z][A-Za-z]*");
    private static final Pattern CODE = Pattern.compile("[A-Z]+(_[A-Z]+)*");
    private static final Pattern DURATION = Pattern.compile("P(\\d+D)?(T(\\d+H)?(\\d+M)?)?");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** The names that every module and outside system agreed on. */
    private static final Set<String> MESSAGES = Set.of(
            "escalation.stepOverdue",
            "escalation.stepEnded",
            "project.cancelRequested",
            "project.activeAgain",
            "project.dateChanged",
            "project.dateAtRisk",
            "ledger.changeRequested",
            "ledger.thresholdCrossed",
            "inbound.carrierChanged",
            "inbound.tariffChanged",
            "inbound.isfAccepted",
            "inbound.vesselDeparted",
            "inbound.customsReleased",
            "inbound.customsHeld",
            "inbound.customsRefused",
            "inbound.delivered",
            "inbound.receiptChanged",
            "inbound.claimResolved",
            "deliverable.delivered",
            "inbound.amazonCallFailed",
            "certification.cleared",
            "certification.acknowledged",
            "certification.refusedToAccept",
            "certification.heldForInformation",
            "certification.decided",
            "certification.platformAccepted",
            "certification.detained",
            "certification.productChanged",
            "certification.agencyChanged",
            "certification.regulationChanged",
            "launch.dealAccepted",
            "launch.dealRejected",
            "launch.dealChanged",
            "launch.dataStale",
            "catalog.skuBlocked",
            "launch.lossLimitReached");

    private final BpmnModelInstance model;
    private final Surroundings around;
    private final List<String> faults = new ArrayList<>();

    private DiagramRules(BpmnModelInstance model, Surroundings around) {
        this.model = model;
        this.around = around;
    }

    static List<String> faults(String stem, BpmnModelInstance model, Surroundings around) {
        DiagramRules rules = new DiagramRules(model, around);
        rules.process(stem);
        rules.ids();
        rules.labels();
        rules.gateways();
        rules.serviceTasks();
        rules.userTasks();
        rules.starts();
        rules.calls();
        rules.events();
        rules.listeners();
        rules.jobs();
        rules.chineseNames(stem);
        return rules.faults;
    }

    private void process(String stem) {
        Collection<Process> processes = all(Process.class);
        check(processes.size() == 1, stem, "holds " + processes.size() + " processes");
        for (Process process : processes) {
            check(process.getId().equals(stem), process, "is not called like its file");
            check(process.isExecutable(), process, "is not executable");
            check(!blank(process.getCamundaHistoryTimeToLiveString()), process, "has no historyTimeToLive");
            boolean form = all(StartEvent.class).stream().anyMatch(start -> !blank(start.getCamundaFormRef()));
            check(form || !process.isCamundaStartableInTasklist(), process, "is offered in Tasklist without a form");
        }
    }

    private void ids() {
        all(FlowNode.class).forEach(node -> id(node, type(node)));
        all(SequenceFlow.class).forEach(flow -> id(flow, "flow"));
        all(TextAnnotation.class).forEach(annotation -> id(annotation, "annotation"));
        all(Message.class).forEach(message -> id(message, "message"));
    }

    private void id(BaseElement element, String type) {
        check(element.getId().matches(type + "_[a-z][A-Za-z0-9]*"), element, "should be " + type + "_<camelCase>");
    }

    private static String type(FlowNode node) {
        if (node instanceof Gateway) {
            return "gateway";
        }
        if (!(node instanceof Event) || node instanceof StartEvent || node instanceof EndEvent) {
            return node.getElementType().getTypeName();
        }
        Collection<EventDefinition> definitions = node instanceof CatchEvent event
                ? event.getEventDefinitions()
                : ((ThrowEvent) node).getEventDefinitions();
        return definitions.stream()
                .findFirst()
                .map(definition -> definition.getElementType().getTypeName().replace("EventDefinition", "Event"))
                .orElse("milestoneEvent");
    }

    private void labels() {
        for (FlowNode node : all(FlowNode.class)) {
            boolean silent = node instanceof Gateway && node.getOutgoing().size() < 2;
            check(silent || !blank(node.getName()), node, "has no name");
        }
        Stream.concat(all(FlowNode.class).stream().map(FlowNode::getName), names(all(SequenceFlow.class)))
                .filter(name -> !blank(name))
                .filter(name -> !name.equals(name.strip()) || Character.isLowerCase(name.charAt(0)))
                .forEach(name -> faults.add("\"" + name + "\" should begin with a capital"));
    }

    private static Stream<String> names(Collection<SequenceFlow> flows) {
        return flows.stream().map(SequenceFlow::getName);
    }

    private void gateways() {
        for (Gateway gateway : all(Gateway.class)) {
            boolean decides = gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway;
            if (!decides || gateway.getOutgoing().size() < 2) {
                continue;
            }
            check(!blank(gateway.getName()) && gateway.getName().endsWith("?"), gateway, "should ask a question");
            SequenceFlow otherwise = gateway instanceof ExclusiveGateway exclusive
                    ? exclusive.getDefault()
                    : ((InclusiveGateway) gateway).getDefault();
            check(otherwise != null, gateway, "has no default flow");
            for (SequenceFlow flow : gateway.getOutgoing()) {
                check(!blank(flow.getName()), flow, "does not answer its gateway's question");
                boolean conditional = flow.getConditionExpression() != null;
                check(conditional != flow.equals(otherwise), flow, "needs a condition unless it is the default");
            }
        }
    }

    private void serviceTasks() {
        for (ServiceTask task : all(ServiceTask.class)) {
            check(blank(task.getCamundaClass()), task, "names a class");
            check(blank(task.getCamundaExpression()), task, "evaluates an expression");
            if ("external".equals(task.getCamundaType())) {
                check(
                        TOPIC.matcher(text(task.getCamundaTopic())).matches(),
                        task,
                        "has no topic <system>.<verbObject>");
                continue;
            }
            Matcher delegate = DELEGATE.matcher(text(task.getCamundaDelegateExpression()));
            boolean named = delegate.matches();
            check(named, task, "should name ${…Delegate}");
            check(!named || around.delegates.contains(delegate.group(1)), task, "names a delegate that is not there");
        }
    }

    private void userTasks() {
        for (UserTask task : all(UserTask.class)) {
            form(task, task.getCamundaFormRef(), task.getCamundaFormRefBinding(), task.getCamundaFormKey());
            for (String group : text(task.getCamundaCandidateGroups()).split(",")) {
                boolean known = isExpression(group) || Role.of(group).isPresent();
                check(known, task, "is offered to '" + group + "', which is no role");
            }
            check(blank(task.getCamundaCandidateUsers()), task, "is offered to people by name");
            check(blank(task.getCamundaAssignee()) || isExpression(task.getCamundaAssignee()), task, "names a person");
            moment(task, task.getCamundaDueDate());
            boolean step = task.getExtensionElements() != null
                    && all(CamundaProperty.class).stream()
                            .filter(property -> property.getParentElement()
                                    .getParentElement()
                                    .getParentElement()
                                    .equals(task))
                            .anyMatch(property -> "step".equals(property.getCamundaName()));
            check(step, task, "does not say which step of the lifecycle it is");
        }
    }

    private void form(BaseElement element, @Nullable String form, @Nullable String binding, @Nullable String key) {
        check(blank(key), element, "has a form key instead of a form reference");
        check(around.forms.contains(text(form)), element, "has no form, or one that is not there: " + text(form));
        check(DEPLOYMENT.equals(binding), element, "should bind its form to its deployment");
    }

    private void starts() {
        for (StartEvent start : all(StartEvent.class)) {
            if (!blank(start.getCamundaFormRef()) || !blank(start.getCamundaFormKey())) {
                form(start, start.getCamundaFormRef(), start.getCamundaFormRefBinding(), start.getCamundaFormKey());
            }
        }
    }

    private void calls() {
        for (CallActivity call : all(CallActivity.class)) {
            check(around.processes.contains(text(call.getCalledElement())), call, "calls a process that is not there");
            check(DEPLOYMENT.equals(call.getCamundaCalledElementBinding()), call, "should call what came with it");
        }
        for (BusinessRuleTask task : all(BusinessRuleTask.class)) {
            check(
                    around.decisions.contains(text(task.getCamundaDecisionRef())),
                    task,
                    "asks a table that is not there");
            check(
                    DEPLOYMENT.equals(task.getCamundaDecisionRefBinding()),
                    task,
                    "should ask the table that came with it");
            boolean kept = task.getCamundaResultVariable() != null;
            String mapping = task.getCamundaMapDecisionResult();
            check(
                    kept ? "singleEntry".equals(mapping) : mapping == null && handsOverASet(task),
                    task,
                    "should map a single entry, or hand a set over");
        }
    }

    private boolean handsOverASet(BusinessRuleTask task) {
        return all(CamundaExecutionListener.class).stream()
                .filter(listener ->
                        listener.getParentElement().getParentElement().equals(task))
                .anyMatch(listener -> "end".equals(listener.getCamundaEvent())
                        && "${collectedAnswersListener}".equals(listener.getCamundaDelegateExpression()));
    }

    private void events() {
        all(Message.class)
                .forEach(message ->
                        check(MESSAGES.contains(message.getName()), message, "is not among the agreed messages"));
        all(MessageEventDefinition.class)
                .forEach(event -> check(event.getMessage() != null, event, "waits for no message"));
        all(Error.class)
                .forEach(error ->
                        check(CODE.matcher(text(error.getErrorCode())).matches(), error, "has no UPPER_SNAKE code"));
        all(ErrorEventDefinition.class).forEach(event -> check(event.getError() != null, event, "catches every error"));
        all(Escalation.class)
                .forEach(escalation -> check(
                        CODE.matcher(text(escalation.getEscalationCode())).matches(),
                        escalation,
                        "has no UPPER_SNAKE code"));
        all(EscalationEventDefinition.class)
                .forEach(event -> check(event.getEscalation() != null, event, "catches every escalation"));
        for (TimerEventDefinition timer : all(TimerEventDefinition.class)) {
            if (timer.getTimeCycle() != null) {
                String cycle = timer.getTimeCycle().getTextContent().strip();
                check(cycle.startsWith("R/"), timer, "repeats a counted number of times, and a standstill ends it");
                moment(timer, cycle.replaceFirst("^R/", ""));
            }
            Stream.of(timer.getTimeDate(), timer.getTimeDuration())
                    .filter(expression -> expression != null)
                    .forEach(expression ->
                            moment(timer, expression.getTextContent().strip()));
        }
    }

    private void listeners() {
        for (CamundaTaskListener listener : all(CamundaTaskListener.class)) {
            String id = String.valueOf(listener.getAttributeValue("id"));
            Matcher bean = LISTENER.matcher(text(listener.getCamundaDelegateExpression()));
            boolean named = bean.matches();
            check("timeout".equals(listener.getCamundaEvent()), id, "does more than look on");
            check(named && Declared.listeners().contains(bean.group(1)), id, "names a listener that is not there");
        }
    }

    private void moment(BaseElement element, @Nullable String value) {
        boolean moment =
                value == null || isExpression(value) || DURATION.matcher(value).matches();
        check(moment, element, "holds a fixed moment: " + value);
    }

    /** What runs as a job is tried again by a plan; what a person waits for is no job. */
    private void jobs() {
        for (FlowNode node : all(FlowNode.class)) {
            boolean after = node.isCamundaAsyncAfter();
            check(
                    !after || !(node instanceof UserTask || node instanceof StartEvent),
                    node,
                    "cuts off a person's click");
            if (after || node.isCamundaAsyncBefore()) {
                boolean planned = node.getExtensionElements() != null
                        && node.getExtensionElements()
                                        .getElementsQuery()
                                        .filterByType(CamundaFailedJobRetryTimeCycle.class)
                                        .count()
                                > 0;
                check(planned, node, "is asynchronous without a retry cycle");
            }
        }
    }

    private void chineseNames(String stem) {
        Set<String> labelled = new TreeSet<>(Set.of(stem));
        all(FlowNode.class).stream().filter(node -> !blank(node.getName())).forEach(node -> labelled.add(node.getId()));
        all(SequenceFlow.class).stream()
                .filter(flow -> !blank(flow.getName()))
                .forEach(flow -> labelled.add(flow.getId()));
        all(TextAnnotation.class).forEach(annotation -> labelled.add(annotation.getId()));
        JsonNode names = around.names.path(stem);
        for (String id : labelled) {
            check(HAN.matcher(names.path(id).asText()).find(), id, "has no Chinese name");
        }
        names.fieldNames().forEachRemaining(id -> check(labelled.contains(id), id, "has a Chinese name and no label"));
    }

    private <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    private void check(boolean kept, BaseElement element, String fault) {
        check(kept, element.getId(), fault);
    }

    private void check(boolean kept, String id, String fault) {
        if (!kept) {
            faults.add(id + " " + fault);
        }
    }

    private static boolean isExpression(String value) {
        return value.startsWith("${") && value.endsWith("}");
    }

    private static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
