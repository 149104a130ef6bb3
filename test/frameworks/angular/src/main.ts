// The libraries of Angular come half compiled; here the rest is done in the browser.
import '@angular/compiler';
import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { AppComponent } from './app.component.js';

const root = document.createElement('app-root');
document.querySelector('#app')!.append(root);
await bootstrapApplication(AppComponent, { providers: [provideZonelessChangeDetection()] });
