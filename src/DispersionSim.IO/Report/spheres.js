// Ray-cast impostor spheres in WebGL 2, orthographic: each particle is a square facing the viewer whose pixels find the sphere's surface.
(function () {
  "use strict";
  var host = document.getElementById("spheres");
  if (!host) { return; }
  var canvas = host.querySelector("canvas"), controls = host.querySelector(".controls"), still = host.querySelector(".still");
  var gl = canvas.getContext("webgl2", { antialias: true, preserveDrawingBuffer: true });
  if (!gl) { return; }
  still.hidden = true;
  canvas.hidden = false;
  controls.hidden = false;

  var text = atob(host.dataset.spheres), bytes = new Uint8Array(text.length);
  for (var i = 0; i < text.length; i++) { bytes[i] = text.charCodeAt(i); }
  var count = bytes.length / 10, box = host.dataset.box.split(" ").map(Number);
  var colours = new Float32Array(host.dataset.colours.split(" ").map(function (c) { return c / 255; }));
  var turn = -0.7, tilt = 0.42, zoom = 1, cut = 1, byAgglomerate = false;

  var turnSource = "uniform vec3 box; uniform float turn, tilt, zoom, aspect;" +
    "vec3 eye(vec3 p) { p -= box * .5; float a = cos(turn), b = sin(turn), c = cos(tilt), d = sin(tilt);" +
    "vec3 q = vec3(a * p.x - b * p.y, b * p.x + a * p.y, p.z); return vec3(q.x, c * q.z + d * q.y, d * q.z - c * q.y); }" +
    "vec2 flat2(vec2 v) { return v * zoom / vec2(aspect, 1.); }";

  var spheres = program("#version 300 es\nin vec2 corner; in vec3 place; in float radius; in vec2 mark; uniform float cut; out vec2 at; out float depth, size; flat out vec2 what;" + turnSource +
    "void main() { vec3 e = eye(place); at = corner; depth = e.z; size = radius; what = mark; gl_Position = vec4(flat2(e.xy + corner * radius), 0., 1.);" +
    "if (place.y < (1. - cut) * box.y - .0001) { gl_Position = vec4(2., 2., 2., 1.); } }",
    "#version 300 es\nprecision highp float; in vec2 at; in float depth, size; flat in vec2 what; uniform vec3 colours[4]; uniform bool byAgglomerate; out vec4 pixel;" +
    "vec3 hue(float n) { float h = fract(n * .618034) * 6.; return .86 - .5 * clamp(2. - abs(mod(h + vec3(0., 4., 2.), 6.) - 3.), 0., 1.); }" +
    "void main() { float d = dot(at, at); if (d > 1.) { discard; } vec3 n = vec3(at, sqrt(1. - d)); gl_FragDepth = .5 - .25 * (depth + size * n.z);" +
    "vec3 c = byAgglomerate ? (what.y == 0. ? vec3(.8) : hue(what.y)) : colours[int(what.x)];" +
    "float light = .55 + .62 * max(0., dot(n, normalize(vec3(-.45, .65, .75)))); light *= .66 + .34 * n.z; pixel = vec4(mix(c * light, vec3(.98), clamp(-.16 * depth, 0., .3)), 1.); }");
  var edges = program("#version 300 es\nin vec3 place;" + turnSource + "void main() { vec3 e = eye(place * box); gl_Position = vec4(flat2(e.xy), -.5 * e.z, 1.); }",
    "#version 300 es\nprecision highp float; uniform vec3 ink; out vec4 pixel; void main() { pixel = vec4(ink, 1.); }");

  var sphereArray = gl.createVertexArray();
  gl.bindVertexArray(sphereArray);
  fill(new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]));
  column(spheres, "corner", 2, gl.FLOAT, false, 0, 0, 0);
  fill(bytes);
  column(spheres, "place", 3, gl.UNSIGNED_SHORT, true, 10, 0, 1);
  column(spheres, "radius", 1, gl.UNSIGNED_SHORT, true, 10, 6, 1);
  column(spheres, "mark", 2, gl.UNSIGNED_BYTE, false, 10, 8, 1);
  var edgeArray = gl.createVertexArray();
  gl.bindVertexArray(edgeArray);
  fill(new Float32Array([0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0,
    0, 0, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 0, 1,
    0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 1, 0, 0, 1, 1]));
  column(edges, "place", 3, gl.FLOAT, false, 0, 0, 0);

  function program(vertex, fragment) {
    var made = gl.createProgram();
    [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]].forEach(function (part) {
      var shader = gl.createShader(part[0]);
      gl.shaderSource(shader, part[1]);
      gl.compileShader(shader);
      gl.attachShader(made, shader);
    });
    gl.linkProgram(made);
    return made;
  }
  function fill(data) {
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
  }
  function column(owner, name, size, type, normalized, stride, offset, divisor) {
    var at = gl.getAttribLocation(owner, name);
    gl.enableVertexAttribArray(at);
    gl.vertexAttribPointer(at, size, type, normalized, stride, offset);
    gl.vertexAttribDivisor(at, divisor);
  }
  function use(owner) {
    gl.useProgram(owner);
    gl.uniform3fv(gl.getUniformLocation(owner, "box"), box);
    [["turn", turn], ["tilt", tilt], ["zoom", 2.05 * zoom / Math.hypot(box[0], box[1], box[2])], ["aspect", canvas.width / canvas.height]].forEach(function (u) {
      gl.uniform1f(gl.getUniformLocation(owner, u[0]), u[1]);
    });
  }
  function draw() {
    var scale = window.devicePixelRatio || 1, width = Math.round(canvas.clientWidth * scale), height = Math.round(canvas.clientHeight * scale);
    if (canvas.width !== width || canvas.height !== height) { canvas.width = width; canvas.height = height; }
    gl.viewport(0, 0, width, height);
    gl.enable(gl.DEPTH_TEST);
    gl.clearColor(0.98, 0.984, 0.984, 1);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    use(spheres);
    gl.uniform1f(gl.getUniformLocation(spheres, "cut"), cut);
    gl.uniform1i(gl.getUniformLocation(spheres, "byAgglomerate"), byAgglomerate ? 1 : 0);
    gl.uniform3fv(gl.getUniformLocation(spheres, "colours"), colours);
    gl.bindVertexArray(sphereArray);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
    use(edges);
    gl.bindVertexArray(edgeArray);
    gl.uniform3f(gl.getUniformLocation(edges, "ink"), 0.78, 0.44, 0.2);
    gl.drawArrays(gl.LINES, 0, 8);
    gl.uniform3f(gl.getUniformLocation(edges, "ink"), 0.7, 0.74, 0.77);
    gl.drawArrays(gl.LINES, 8, 16);
  }
  function closer(factor) { zoom = Math.min(12, Math.max(0.4, zoom * factor)); draw(); }

  canvas.addEventListener("pointermove", function (e) {
    if (!e.buttons) { return; }
    turn += e.movementX * 0.008;
    tilt = Math.max(-1.57, Math.min(1.57, tilt + e.movementY * 0.008));
    draw();
  });
  canvas.addEventListener("pointerdown", function (e) { canvas.setPointerCapture(e.pointerId); });
  // Plain scrolling moves the page on; with Ctrl (and by pinching) it zooms.
  canvas.addEventListener("wheel", function (e) { if (e.ctrlKey) { closer(Math.exp(-e.deltaY * 0.002)); e.preventDefault(); } }, { passive: false });
  canvas.addEventListener("keydown", function (e) {
    var step = { ArrowLeft: [-0.08, 0], ArrowRight: [0.08, 0], ArrowUp: [0, -0.08], ArrowDown: [0, 0.08] }[e.key];
    if (step) { turn += step[0]; tilt += step[1]; draw(); e.preventDefault(); }
    if (e.key === "+" || e.key === "-") { closer(e.key === "+" ? 1.2 : 1 / 1.2); }
  });
  controls.addEventListener("click", function (e) {
    var what = e.target.dataset.do;
    if (what === "in" || what === "out") { closer(what === "in" ? 1.25 : 0.8); }
    if (what === "colour") {
      byAgglomerate = !byAgglomerate;
      e.target.textContent = byAgglomerate ? "Colour by material" : "Colour by agglomerate";
      draw();
    }
  });
  controls.querySelector("input").addEventListener("input", function (e) { cut = Number(e.target.value); draw(); });
  window.addEventListener("resize", draw);
  draw();
})();
