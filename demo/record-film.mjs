// @ts-check
// Draws the demo's film frame by frame and encodes it: node demo/record-film.mjs [folder]
// Needs ffmpeg with VP9, Opus, H.264 and AAC on the path, or named by FFMPEG.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../test/find-browser.mjs';
import { filmSeconds, pouring } from './pictures/pouring.mjs';

const FRAMES_A_SECOND = 24;
const size = { width: 960, height: 540 };
const folder = process.argv[2] ?? fileURLToPath(new URL('public/film', import.meta.url));

// Water is noise between low and high, from the first drop to the last; a pot that is put down is two short tones.
const poured = `bandpass=f=1500:w=1500,tremolo=f=9:d=0.35,volume='0.9*clip((t-4.35)*4,0,1)*clip((9-t)*4,0,1)':eval=frame`;
const putDown = "aevalsrc='0.5*sin(2*PI*150*t)*exp(-26*t)+0.2*sin(2*PI*420*t)*exp(-40*t)':d=1";
const sound = `[1]${poured}[a];[2]adelay=11300:all=1,apad=whole_dur=${filmSeconds}[b];[a][b]amix=inputs=2:normalize=0,atrim=0:${filmSeconds},asplit[s1][s2]`;

const noise = `anoisesrc=c=pink:d=${filmSeconds}:a=0.6:seed=7`;
const clean = ['-ac', '1', '-ar', '48000', '-pix_fmt', 'yuv420p', '-map_metadata', '-1', '-fflags', '+bitexact'];
const vp9 = ['-c:v', 'libvpx-vp9', '-b:v', '0', '-crf', '40', '-c:a', 'libopus', '-b:a', '24k'];
const h264 = ['-c:v', 'libx264', '-profile:v', 'main', '-crf', '28', '-c:a', 'aac', '-b:a', '32k'];

const encoder = spawn(
  process.env.FFMPEG ?? 'ffmpeg',
  [
    ...[
      '-loglevel',
      'error',
      '-y',
      '-f',
      'image2pipe',
      '-framerate',
      String(FRAMES_A_SECOND),
      '-c:v',
      'mjpeg',
      '-i',
      '-',
    ],
    ...['-f', 'lavfi', '-i', noise, '-f', 'lavfi', '-i', putDown, '-filter_complex', sound],
    ...['-map', '0:v', '-map', '[s1]', ...vp9, ...clean, `${folder}/pouring.webm`],
    ...['-map', '0:v', '-map', '[s2]', ...h264, ...clean, '-movflags', '+faststart', `${folder}/pouring.mp4`],
  ],
  { stdio: ['pipe', 'inherit', 'inherit'] },
);
const encoded = once(encoder, 'close');

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: size });
for (let frame = 0; frame < filmSeconds * FRAMES_A_SECOND; frame++) {
  const svg = pouring(frame / FRAMES_A_SECOND);
  await page.setContent(`<style>*{margin:0}svg{display:block;inline-size:100%;block-size:100vh}</style>${svg}`);
  encoder.stdin.write(await page.screenshot({ type: 'jpeg', quality: 96 }));
}
encoder.stdin.end();
await browser.close();
const [code] = await encoded;
process.exitCode = code;
